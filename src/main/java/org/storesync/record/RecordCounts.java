package org.storesync.record;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.storesync.platform.database.DatabaseVendor;

/**
 * How many records each entity has in each status. PostgreSQL keeps count by triggers, whoever
 * changes records by whatever statement, so that nobody counts a million of them for a page.
 */
@Stateless
public class RecordCounts {

  private static final int MANY_DIFFERENCES = 1_000;

  @PersistenceContext private EntityManager entities;
  @Inject private DatabaseVendor vendor;

  /** For each entity of a store, by its number; statuses that no record has are left out. */
  @SuppressWarnings("unchecked")
  public Map<Long, Map<SyncStatus, Long>> ofStore(long storeId) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select c.store_entity_id, c.status, c.records from counted_records c"
                    + " join store_entity e on e.id = c.store_entity_id where e.store_id = ?1")
            .setParameter(1, storeId)
            .getResultList();
    Map<Long, Map<SyncStatus, Long>> counts = new HashMap<>();
    for (Object[] row : rows) {
      counts
          .computeIfAbsent(number(row[0]), id -> new EnumMap<>(SyncStatus.class))
          .put(SyncStatus.valueOf((String) row[1]), number(row[2]));
    }
    return counts;
  }

  /**
   * How many records these entities have in these statuses, as far as the database keeps count.
   *
   * @param storeEntityIds empty: all entities
   * @param statuses empty: all statuses
   * @return absent if it does not
   */
  public Optional<Long> kept(Collection<Long> storeEntityIds, Collection<SyncStatus> statuses) {
    if (vendor != DatabaseVendor.POSTGRESQL) {
      return Optional.empty();
    }
    StringJoiner meant = new StringJoiner(" and ", " where ", "").setEmptyValue("");
    if (!storeEntityIds.isEmpty()) {
      meant.add("store_entity_id" + RecordConditions.isOneOf(storeEntityIds));
    }
    if (!statuses.isEmpty()) {
      meant.add("status" + RecordConditions.isOneOfStatuses(statuses));
    }
    return Optional.of(
        number(
            entities
                .createNativeQuery("select coalesce(sum(records), 0) from record_count" + meant)
                .getSingleResult()));
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }

  /**
   * Sums differences up where there are many; several nodes that do so do not disturb each other.
   */
  public void sumUp() {
    if (vendor == DatabaseVendor.POSTGRESQL) {
      entities
          .createNativeQuery(
              "with summed as (delete from record_count where (select count(*) from record_count) > "
                  + MANY_DIFFERENCES
                  + " returning store_entity_id, status, records) insert into record_count"
                  + " (store_entity_id, status, records) select store_entity_id, status,"
                  + " sum(records) from summed group by store_entity_id, status"
                  + " having sum(records) <> 0")
          .executeUpdate();
    }
  }
}
