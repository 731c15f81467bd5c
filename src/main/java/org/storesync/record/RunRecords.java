package org.storesync.record;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.storesync.platform.database.DatabaseVendor;

/**
 * What a run that works through records still has to do. The set is fixed when the run starts; a
 * row leaves it in the transaction that records the outcome, so that a crash loses none. Claims are
 * leases in database time: a claim of a worker that died runs out by itself.
 */
@Stateless
public class RunRecords {

  /** How long a claim holds unless it is renewed. */
  public static final Duration LEASE = Duration.ofSeconds(25);

  private static final Duration RENEW_BELOW = Duration.ofSeconds(15);

  private static final String FREE = "(r.claim_until is null or r.claim_until < current_timestamp)";

  private static final String CLAIM_ANEW =
      "claim_until = current_timestamp + interval '" + LEASE.toSeconds() + "' second";

  @PersistenceContext private EntityManager entities;
  @Inject private DatabaseVendor vendor;
  @Inject private Clock clock;

  /**
   * Fixes the set of a run, in loading order.
   *
   * @param filter which records
   * @param limit at most this many
   * @param onlyDue leaves out failed records whose next try is not due yet (unattended runs)
   * @return how many they are
   */
  public int fix(long runId, RecordFilter filter, Optional<Integer> limit, boolean onlyDue) {
    RecordConditions conditions = new RecordConditions(filter);
    if (onlyDue) {
      conditions.due(clock.instant());
    }
    String run = conditions.parameter(runId);
    String sql =
        "insert into run_record (run_id, position, record_id) select cast(%s as bigint), row_number() over (%s), r.id"
                .formatted(run, RecordSort.LOADING_ORDER.strip())
            + conditions.sql()
            + RecordSort.LOADING_ORDER
            + limit.map(rows -> " limit " + rows).orElse("");
    return conditions.bind(entities.createNativeQuery(sql)).executeUpdate();
  }

  /** Whether a run that nobody waits for would find any of these records now. */
  public boolean isAnyDue(RecordFilter filter) {
    RecordConditions conditions = new RecordConditions(filter).due(clock.instant());
    String sql = "select r.id" + conditions.sql() + " limit 1";
    return !conditions.bind(entities.createNativeQuery(sql)).getResultList().isEmpty();
  }

  /** How many records the run has left, those in work included. */
  public int remaining(long runId) {
    Number left =
        (Number)
            entities
                .createNativeQuery("select count(*) from run_record where run_id = ?1")
                .setParameter(1, runId)
                .getSingleResult();
    return left.intValue();
  }

  /**
   * Claims the next records of a run that no worker holds.
   *
   * @param claim who claims; begins with the number of the run and a colon
   * @return their numbers, in the order of the run; empty if there are none that are free
   */
  public List<Long> claim(long runId, String claim, int atMost) {
    return vendor == DatabaseVendor.POSTGRESQL
        ? claimAndTell(runId, claim, atMost)
        : claimThenAsk(runId, claim, atMost);
  }

  /** One statement, which passes over rows that another worker is just claiming. */
  @SuppressWarnings("unchecked")
  private List<Long> claimAndTell(long runId, String claim, int atMost) {
    List<Number> ids =
        entities
            .createNativeQuery(
                "with free as (select r.id, x.position from run_record x join sync_record r on r.id"
                    + " = x.record_id where x.run_id = ?1 and "
                    + FREE
                    + " order by x.position limit "
                    + atMost
                    + " for update of r skip locked), claimed as (update sync_record r set claim ="
                    + " ?2, "
                    + CLAIM_ANEW
                    + " from free where r.id = free.id and "
                    + FREE
                    + " returning r.id, free.position) select id from claimed order by position")
            .setParameter(1, runId)
            .setParameter(2, claim)
            .getResultList();
    return ids.stream().map(Number::longValue).toList();
  }

  /** H2 is one process, and would lock, and so rewrite, every free row of the run. */
  private List<Long> claimThenAsk(long runId, String claim, int atMost) {
    Query update =
        entities.createNativeQuery(
            "update sync_record r set claim = ?2, "
                + CLAIM_ANEW
                + " where id in (select r.id from run_record x join sync_record r on r.id ="
                + " x.record_id where x.run_id = ?1 and "
                + FREE
                + " order by x.position limit "
                + atMost
                + ") and "
                + FREE);
    update.setParameter(1, runId).setParameter(2, claim);
    return update.executeUpdate() == 0 ? List.of() : claimedIds(runId, claim);
  }

  @SuppressWarnings("unchecked")
  private List<Long> claimedIds(long runId, String claim) {
    List<Number> ids =
        entities
            .createNativeQuery(
                "select r.id from run_record x join sync_record r on r.id = x.record_id"
                    + " where x.run_id = ?1 and r.claim = ?2 order by x.position")
            .setParameter(1, runId)
            .setParameter(2, claim)
            .getResultList();
    return ids.stream().map(Number::longValue).toList();
  }

  /**
   * Claims records outside the list of a run, for prerequisites.
   *
   * @return the numbers of those that are ours now
   */
  public List<Long> claimThese(Collection<Long> recordIds, String claim) {
    return recordIds.stream().sorted().filter(id -> claimOne(id, claim)).toList();
  }

  private boolean claimOne(long recordId, String claim) {
    return entities
            .createNativeQuery(
                "update sync_record set claim = ?2, claim_until = current_timestamp + interval '"
                    + LEASE.toSeconds()
                    + "' second where id = ?1"
                    + " and (claim_until is null or claim_until < current_timestamp)")
            .setParameter(1, recordId)
            .setParameter(2, claim)
            .executeUpdate()
        == 1;
  }

  /**
   * Prolongs the claims that a living worker still holds and that run out soon; one that has run
   * out is not revived.
   */
  public void renew(long runId, String workerId) {
    String soonOver =
        "claim like ?1 and claim_until >= current_timestamp"
            + " and claim_until < current_timestamp + interval '"
            + RENEW_BELOW.toSeconds()
            + "' second";
    // A preparation may have locked some of them: it is not waited for, the next renewal is soon.
    String update =
        "update sync_record set claim_until = current_timestamp + interval '"
            + LEASE.toSeconds()
            + "' second where "
            + (vendor == DatabaseVendor.POSTGRESQL
                ? "id in (select id from sync_record where " + soonOver + " for update skip locked)"
                : soonOver);
    entities
        .createNativeQuery(update)
        .setParameter(1, claimPrefix(runId) + workerId + "%")
        .executeUpdate();
  }

  /** The next records of a run that has only one worker, in its order. */
  @SuppressWarnings("unchecked")
  public List<Long> next(long runId, int atMost) {
    List<Number> ids =
        entities
            .createNativeQuery(
                "select record_id from run_record where run_id = ?1 order by position limit "
                    + atMost)
            .setParameter(1, runId)
            .getResultList();
    return ids.stream().map(Number::longValue).toList();
  }

  /**
   * Takes records off the list of the run.
   *
   * @return how many were on it
   */
  public int takeOff(long runId, Collection<Long> recordIds) {
    return entities
        .createQuery("delete from RunRecord x where x.runId = :run and x.recordId in :records")
        .setParameter("run", runId)
        .setParameter("records", recordIds)
        .executeUpdate();
  }

  /**
   * Takes finished records off the list of the run and lets go of their claim.
   *
   * @return how many were on the list
   */
  public int done(long runId, String claim, Collection<Long> recordIds) {
    if (recordIds.isEmpty()) {
      return 0;
    }
    int listed = takeOff(runId, recordIds);
    entities
        .createQuery(
            "update SyncRecord r set r.claim = null, r.claimUntil = null"
                + " where r.id in :records and r.claim = :claim")
        .setParameter("records", recordIds)
        .setParameter("claim", claim)
        .executeUpdate();
    return listed;
  }

  /** Lets go of all that a worker holds, without an outcome: the records stay as they were. */
  public void release(long runId, String workerId) {
    String held = "claim_until is not null and claim like ?1";
    // Locked in the order in which preparing locks them, so that the two never wait for each other.
    String update =
        "update sync_record set claim = null, claim_until = null where "
            + (vendor == DatabaseVendor.POSTGRESQL
                ? "id in (select id from sync_record where "
                    + held
                    + " order by store_entity_id, id for update)"
                : held);
    entities
        .createNativeQuery(update)
        .setParameter(1, claimPrefix(runId) + workerId + "%")
        .executeUpdate();
  }

  /**
   * Takes off the list what another run holds and what is no longer there.
   *
   * @return how many records were passed over
   */
  public int passOver(long runId) {
    return entities
        .createNativeQuery(
            "delete from run_record x where x.run_id = ?1 and (not exists (select 1 from"
                + " sync_record r where r.id = x.record_id) or exists (select 1 from sync_record r"
                + " where r.id = x.record_id and r.claim_until >= current_timestamp and r.claim not"
                + " like ?2))")
        .setParameter(1, runId)
        .setParameter(2, claimPrefix(runId) + "%")
        .executeUpdate();
  }

  /** Empties the list of a run that was stopped. */
  public void clear(long runId) {
    entities
        .createNativeQuery("delete from run_record where run_id = ?1")
        .setParameter(1, runId)
        .executeUpdate();
  }

  /** What the claims of a run begin with. */
  public static String claimPrefix(long runId) {
    return runId + ":";
  }
}
