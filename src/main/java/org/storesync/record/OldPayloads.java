package org.storesync.record;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.storesync.platform.database.DatabaseInstant;
import org.storesync.platform.retention.Retention;

/**
 * Documents hold personal data, and nobody needs those of records that are through: if one is
 * processed again, the source is asked (domain section 6). Those that wait keep theirs.
 */
@Stateless
@Local(Retention.class)
public class OldPayloads implements Retention {

  @PersistenceContext private EntityManager entities;

  @Inject
  @ConfigProperty(name = "storesync.payload.retention", defaultValue = "P90D")
  private Period kept;

  @Override
  public String what() {
    return "payloads";
  }

  @Override
  public Period kept() {
    return kept;
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int removeBefore(Instant limit, int atMost) {
    return entities
        .createNativeQuery(
            "delete from sync_payload where record_id in (select p.record_id from sync_payload p"
                + " join sync_record r on r.id = p.record_id"
                + " where r.status in ('PROCESSED', 'SKIPPED', 'FILTERED')"
                + " and r.changed_at < ?1 and not "
                + RecordClaims.holds("r.id")
                + " order by p.record_id limit ?2)")
        .setParameter(1, DatabaseInstant.parameter(limit))
        .setParameter(2, atMost)
        .executeUpdate();
  }
}
