package org.storesync.extension.ledger;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** The table of the ledger. */
@Stateless
public class LedgerEntries {

  @PersistenceContext private EntityManager entities;

  /** Everything that the ledger has of a store, in the order of its ids. */
  public List<LedgerEntry> of(long storeId) {
    return entries(query("store_id = ?1", storeId));
  }

  public Optional<LedgerEntry> find(String id) {
    return entries(query("id = ?1", id)).stream().findFirst();
  }

  /** The entries of a store with these natural keys. */
  public List<LedgerEntry> withKeys(long storeId, String subject, Collection<String> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    StringJoiner places = new StringJoiner(", ", "natural_key in (", ")");
    for (int place = 0; place < keys.size(); place++) {
      places.add("?" + (place + 3));
    }
    Query query = query("store_id = ?1 and subject = ?2 and " + places, storeId);
    query.setParameter(2, subject);
    int place = 3;
    for (String key : keys) {
      query.setParameter(place++, key);
    }
    return entries(query);
  }

  private Query query(String condition, Object first) {
    return entities
        .createNativeQuery(
            "select id, subject, natural_key, content, writes from ledger_entry where "
                + condition
                + " order by id")
        .setParameter(1, first);
  }

  @SuppressWarnings("unchecked")
  private static List<LedgerEntry> entries(Query query) {
    List<Object[]> rows = query.getResultList();
    return rows.stream()
        .map(
            row ->
                new LedgerEntry(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    ((Number) row[4]).intValue()))
        .toList();
  }

  /**
   * @return its new id
   */
  public String insert(long storeId, String subject, String key, String content) {
    Number number =
        (Number) entities.createNativeQuery("select nextval('ledger_seq')").getSingleResult();
    String id = "L%07d".formatted(number.longValue());
    entities
        .createNativeQuery(
            "insert into ledger_entry (id, store_id, subject, natural_key, content, writes)"
                + " values (?1, ?2, ?3, ?4, ?5, 1)")
        .setParameter(1, id)
        .setParameter(2, storeId)
        .setParameter(3, subject)
        .setParameter(4, key)
        .setParameter(5, content)
        .executeUpdate();
    return id;
  }

  public void update(String id, String content) {
    entities
        .createNativeQuery(
            "update ledger_entry set content = ?2, writes = writes + 1 where id = ?1")
        .setParameter(1, id)
        .setParameter(2, content)
        .executeUpdate();
  }
}
