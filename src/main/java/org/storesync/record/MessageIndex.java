package org.storesync.record;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.regex.Pattern;
import org.storesync.platform.database.DatabaseVendor;

/**
 * The index along which a database finds what stands anywhere within a message. PostgreSQL has it
 * if its extension {@code pg_trgm} could be made. It serves what few messages have: where many have
 * it, the database would read all of them for each page, because it knows nothing of how many.
 */
@Stateless
public class MessageIndex {

  /** Of other letters it has none in a database that sorts by byte. */
  private static final Pattern HAS_A_TRIGRAM = Pattern.compile("[A-Za-z0-9]{3}");

  @PersistenceContext private EntityManager entities;
  @Inject private DatabaseVendor vendor;

  /**
   * Whether the index finds all messages that have this, and these are not many.
   *
   * @param part as a person typed it
   * @param many how many are too many
   */
  public boolean finds(String part, int many) {
    return HAS_A_TRIGRAM.matcher(part).find() && isThere() && count(part, many) < many;
  }

  public boolean isThere() {
    return vendor == DatabaseVendor.POSTGRESQL
        && (boolean)
            entities
                .createNativeQuery("select to_regclass('sync_record_message_text') is not null")
                .getSingleResult();
  }

  private long count(String part, int many) {
    RecordFilter having = RecordFilter.all().withTexts(null, null, null, part);
    RecordWalk.Branch all = new RecordWalk.Branch(having, List.of(), List.of());
    RecordWalk.Statement count = new RecordWalk(List.of(all), List.of(), false).count(many);
    Query query = entities.createNativeQuery(count.sql());
    return ((Number) RecordConditions.bind(query, count.parameters()).getSingleResult())
        .longValue();
  }
}
