package org.storesync.run;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storesync.connector.Side;
import org.storesync.platform.database.DatabaseInstant;

/**
 * The systems that are down, by store and side (a circuit breaker that all nodes share). While one
 * is down, runs that nobody waits for are tried one at a time, after a pause that grows; the first
 * success of any run ends the outage, and all go on. A person's run is always tried.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SystemOutages {

  private static final String SELECT =
      "select o.since, o.failures, o.next_try_at, o.reason, o.store_id, o.side"
          + " from system_outage o";
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final int DOUBLED_AT_MOST = 4;

  @PersistenceContext private EntityManager entities;
  @Inject private SignInRefusals refusals;
  @Inject private Clock clock;

  /** The outage of this system, if it is known to be down. */
  public Optional<SystemOutage> find(long storeId, Side side) {
    return read(
        entities
            .createNativeQuery(SELECT + " where o.store_id = ?1 and o.side = ?2")
            .setParameter(1, storeId)
            .setParameter(2, side.name()));
  }

  /** Of the store's systems that are down, the one that is tried first. */
  public Optional<SystemOutage> first(long storeId) {
    return read(
        entities
            .createNativeQuery(SELECT + " where o.store_id = ?1 order by o.next_try_at")
            .setParameter(1, storeId));
  }

  /** All systems that are down, of active stores. */
  @SuppressWarnings("unchecked")
  public List<DownSystem> all() {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                SELECT
                    + " join store s on s.id = o.store_id where s.active"
                    + " order by o.store_id, o.side")
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new DownSystem(
                    ((Number) row[4]).longValue(), Side.valueOf((String) row[5]), outage(row)))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static Optional<SystemOutage> read(Query query) {
    return ((List<Object[]>) query.getResultList()).stream().findFirst().map(SystemOutages::outage);
  }

  private static SystemOutage outage(Object[] row) {
    return new SystemOutage(
        DatabaseInstant.read(row[0]),
        ((Number) row[1]).intValue(),
        DatabaseInstant.read(row[2]),
        (String) row[3]);
  }

  /**
   * Asks whether a run that nobody waits for may be tried now. If the system is down and its pause
   * is over, the first who asks may try, and the others wait for what comes of it.
   *
   * @return the outage to wait for; absent: go ahead
   */
  public Optional<SystemOutage> waitFor(long storeId, Side side) {
    Optional<SystemOutage> outage = find(storeId, side);
    if (outage.isEmpty() || mayTry(storeId, side, outage.get())) {
      return Optional.empty();
    }
    return find(storeId, side);
  }

  private boolean mayTry(long storeId, Side side, SystemOutage outage) {
    Instant now = clock.instant();
    return entities
            .createNativeQuery(
                "update system_outage set next_try_at = ?3 where store_id = ?1 and side = ?2"
                    + " and next_try_at <= ?4")
            .setParameter(1, storeId)
            .setParameter(2, side.name())
            .setParameter(3, DatabaseInstant.parameter(now.plus(pauseAfter(outage.failures()))))
            .setParameter(4, DatabaseInstant.parameter(now))
            .executeUpdate()
        == 1;
  }

  /**
   * A run found the system down.
   *
   * @param reason a sentence for people
   * @return the outage, with the instant of the next try
   */
  public SystemOutage noteFailure(long storeId, Side side, String reason) {
    Instant now = clock.instant();
    int begun =
        entities
            .createNativeQuery(
                "insert into system_outage (store_id, side, since, failures, next_try_at, reason)"
                    + " values (?1, ?2, ?3, 1, ?4, ?5) on conflict do nothing")
            .setParameter(1, storeId)
            .setParameter(2, side.name())
            .setParameter(3, DatabaseInstant.parameter(now))
            .setParameter(4, DatabaseInstant.parameter(now.plus(pauseAfter(1))))
            .setParameter(5, reason)
            .executeUpdate();
    if (begun == 0) {
      prolong(storeId, side, reason, now);
    }
    return find(storeId, side).orElseThrow();
  }

  private void prolong(long storeId, Side side, String reason, Instant now) {
    int failures = find(storeId, side).map(SystemOutage::failures).orElse(0) + 1;
    entities
        .createNativeQuery(
            "update system_outage set failures = ?3, next_try_at = ?4, reason = ?5"
                + " where store_id = ?1 and side = ?2")
        .setParameter(1, storeId)
        .setParameter(2, side.name())
        .setParameter(3, failures)
        .setParameter(4, DatabaseInstant.parameter(now.plus(pauseAfter(failures))))
        .setParameter(5, reason)
        .executeUpdate();
  }

  /** 1, 2, 4, 8, then 15 minutes. */
  static Duration pauseAfter(int failures) {
    Duration pause = Duration.ofMinutes(1L << Math.min(failures - 1, DOUBLED_AT_MOST));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /** The system answers: if it was down, the runs that wait for it go on at once. */
  public void noteSuccess(long storeId, Side side) {
    refusals.noteSuccess(storeId, side);
    int ended =
        entities
            .createNativeQuery("delete from system_outage where store_id = ?1 and side = ?2")
            .setParameter(1, storeId)
            .setParameter(2, side.name())
            .executeUpdate();
    if (ended > 0) {
      entities
          .createNativeQuery(
              "update run set due_at = ?2 where store_id = ?1 and unattended and due_at > ?2"
                  + " and state in ('QUEUED', 'RUNNING')")
          .setParameter(1, storeId)
          .setParameter(2, DatabaseInstant.parameter(clock.instant()))
          .executeUpdate();
    }
  }
}
