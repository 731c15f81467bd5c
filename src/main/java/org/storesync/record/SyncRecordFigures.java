package org.storesync.record;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storesync.platform.database.DatabaseInstant;

/** Figures of the records, for whoever watches over them. Each is read along an index. */
@Stateless
public class SyncRecordFigures {

  @PersistenceContext private EntityManager entities;

  /** The Aborted records by entity, of what is active. */
  @SuppressWarnings("unchecked")
  public List<AbortedRecords> aborted() {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select e.store_id, s.name, e.id, e.kind, count(*),"
                    + " min(coalesce(r.last_attempt_at, r.changed_at)) from sync_record r"
                    + " join store_entity e on e.id = r.store_entity_id"
                    + " join store s on s.id = e.store_id"
                    + " where r.status = 'ABORTED' and e.active and s.active"
                    + " group by e.store_id, s.name, e.id, e.kind order by e.id")
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new AbortedRecords(
                    ((Number) row[0]).longValue(),
                    (String) row[1],
                    ((Number) row[2]).longValue(),
                    (String) row[3],
                    ((Number) row[4]).longValue(),
                    DatabaseInstant.read(row[5])))
        .toList();
  }

  /** When the first document of an entity was made at the marketplace. */
  public Optional<Instant> firstCreated(long storeEntityId) {
    return created("min", storeEntityId);
  }

  /** When the latest document of an entity was made at the marketplace. */
  public Optional<Instant> lastCreated(long storeEntityId) {
    return created("max", storeEntityId);
  }

  private Optional<Instant> created(String which, long storeEntityId) {
    return Optional.ofNullable(
        DatabaseInstant.read(
            entities
                .createNativeQuery(
                    "select "
                        + which
                        + "(external_created) from sync_record where store_entity_id = ?1")
                .setParameter(1, storeEntityId)
                .getSingleResult()));
  }

  /** How many documents of an entity were made at the marketplace after one and before another. */
  public long created(long storeEntityId, Instant from, Instant to) {
    return ((Number)
            entities
                .createNativeQuery(
                    "select count(*) from sync_record where store_entity_id = ?1"
                        + " and external_created > ?2 and external_created < ?3")
                .setParameter(1, storeEntityId)
                .setParameter(2, DatabaseInstant.parameter(from))
                .setParameter(3, DatabaseInstant.parameter(to))
                .getSingleResult())
        .longValue();
  }
}
