package org.storesync.record;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.storesync.platform.database.DatabaseVendor;
import org.storesync.platform.database.FreshPlan;
import org.storesync.platform.database.RowLocks;

/**
 * Which worker holds which record. Claims are leases in database time: a claim of a worker that
 * died runs out by itself. Whoever claims locks the record first, so that a person's command, which
 * locks it as well, sees the claim or is seen by the claimer.
 */
@Stateless
public class RecordClaims {

  /** How long a claim holds unless it is renewed. */
  public static final Duration LEASE = Duration.ofSeconds(25);

  private static final Duration RENEW_BELOW = Duration.ofSeconds(15);

  private static final String ANEW =
      "current_timestamp + interval '" + LEASE.toSeconds() + "' second";

  /** Claims the records that are named {@code free}, for PostgreSQL. */
  private static final String CLAIM_FREE =
      "claimed as (insert into record_claim (record_id, claim, claim_until) select id, ?, "
          + ANEW
          + " from free order by id on conflict (record_id) do update set claim = excluded.claim,"
          + " claim_until = excluded.claim_until where record_claim.claim_until <"
          + " current_timestamp returning record_id)";

  /**
   * What was claimed, in the order of the list. With {@code is true} it is a set that is read once;
   * as a join, PostgreSQL may hold each against all others.
   */
  private static final String CLAIMED_IN_ORDER =
      " select f.id from free f where (f.id in (select record_id from claimed)) is true order by"
          + " f.position";

  /**
   * Leaves out what somebody holds, for PostgreSQL: as a set that is read once. It takes a table
   * that is emptied again and again for empty, and may look through it for each record otherwise.
   */
  private static final String NOT_HELD =
      " and x.record_id not in (select c.record_id from record_claim c where c.claim_until >="
          + " current_timestamp)";

  /**
   * Leaves out what was deleted since the list was written, for PostgreSQL. Without the offset it
   * might read all records for a join.
   */
  private static final String STILL_THERE =
      " and exists (select 1 from sync_record s where s.id = x.record_id offset 0)";

  @PersistenceContext private EntityManager entities;
  @Inject private DatabaseVendor vendor;
  @Inject private RowLocks locks;

  /** What the claims of a run begin with. */
  public static String prefix(long runId) {
    return runId + ":";
  }

  /**
   * Whether somebody holds the record, as a condition.
   *
   * @param recordId how the statement names its number
   */
  static String holds(String recordId) {
    return "exists (select 1 from record_claim c where c.record_id = "
        + recordId
        + " and c.claim_until >= current_timestamp)";
  }

  /**
   * Claims the next records on the list of a run.
   *
   * @param claim who claims; begins with {@link #prefix}
   * @return their numbers, in the order of the run; empty if none of them is free
   */
  public List<Long> claim(long runId, String claim, int atMost) {
    List<Long> claimed;
    long lookedAt = atMost;
    do {
      claimed =
          vendor == DatabaseVendor.POSTGRESQL
              ? claimAndTell(runId, claim, atMost, lookedAt)
              : stillToDo(runId, claim, claimFound(free(runId, atMost), claim));
      lookedAt = Math.min(2 * lookedAt, Integer.MAX_VALUE);
      // Others may have been faster with all that seemed free, and have left some behind these.
    } while (claimed.isEmpty() && !free(runId, 1).isEmpty());
    return claimed;
  }

  /**
   * Since the list was read, another worker may have claimed some, done them and let go of them.
   * Now that they are ours nobody else can, so that a second look is enough.
   */
  private List<Long> stillToDo(long runId, String claim, List<Long> claimed) {
    if (claimed.isEmpty()) {
      return claimed;
    }
    Set<Long> listed =
        new HashSet<>(
            numbers(
                among("select record_id from " + RunRecords.LISTED, claimed)
                    .setParameter(1, runId)
                    .getResultList()));
    letGo(claim, claimed.stream().filter(id -> !listed.contains(id)).toList());
    return claimed.stream().filter(listed::contains).toList();
  }

  private List<Long> free(long runId, int atMost) {
    return numbers(
        entities
            .createNativeQuery(
                "select r.id from run_record x join sync_record r on r.id = x.record_id"
                    + " where "
                    + RunRecords.walked(vendor, "?1")
                    + " and not "
                    + holds("x.record_id")
                    + RunRecords.IN_ORDER
                    + atMost
                    + (vendor == DatabaseVendor.POSTGRESQL
                        ? " for update of r, x skip locked"
                        : ""))
            .setParameter(1, runId)
            .getResultList());
  }

  /**
   * One statement, which passes over records that another worker is just claiming. It locks their
   * places on the list too: what another one did and took off since the list was read is not there
   * to be locked any more. Each record is looked up by itself: as a join, PostgreSQL may read all
   * records for it while it does not know how many they have become.
   */
  private List<Long> claimAndTell(long runId, String claim, int atMost, long lookedAt) {
    return locks.lock(FreshPlan.of(claimAndTell(atMost, lookedAt)), runId, runId, claim);
  }

  /**
   * The statement. Its parameters are the run, the run again, and the claim.
   *
   * @param lookedAt at how many of those that nobody claims it looks; some may be locked
   */
  static String claimAndTell(int atMost, long lookedAt) {
    return "with listed as (select x.record_id, x.position from run_record x where "
        + RunRecords.walked(DatabaseVendor.POSTGRESQL, "?")
        + NOT_HELD
        + STILL_THERE
        + RunRecords.IN_ORDER
        + lookedAt
        + " for update of x skip locked), free as (select r.id, l.position from listed l cross join"
        + " lateral (select r.id from sync_record r where r.id = l.record_id for update skip"
        + " locked) r limit "
        + atMost
        + "), "
        + CLAIM_FREE
        + CLAIMED_IN_ORDER;
  }

  /**
   * Claims records outside the list of a run, for prerequisites.
   *
   * @return the numbers of those that are ours now
   */
  public List<Long> claimThese(Collection<Long> recordIds, String claim) {
    return vendor == DatabaseVendor.POSTGRESQL
        ? locks.lock(
            new RecordNumbers(vendor, recordIds)
                .in(
                    "with free as (select r.id from sync_record r where r.id %s order by r.id for"
                        + " update), "
                        + CLAIM_FREE
                        + " select record_id from claimed order by record_id"),
            claim)
        : claimFound(recordIds, claim);
  }

  /** H2 has no statement that locks some rows and passes over others: first lock, then claim. */
  private List<Long> claimFound(Collection<Long> recordIds, String claim) {
    if (recordIds.isEmpty()) {
      return List.of();
    }
    among("select id from sync_record where id %s for update", recordIds).getResultList();
    forgetExpired(recordIds);
    Set<Long> claimed =
        Set.copyOf(
            numbers(
                among(
                        "select record_id from final table (insert into record_claim (record_id, claim,"
                            + " claim_until) select r.id, ?1, "
                            + ANEW
                            + " from sync_record r where r.id %s and not exists (select 1 from"
                            + " record_claim c where c.record_id = r.id))",
                        recordIds)
                    .setParameter(1, claim)
                    .getResultList()));
    return recordIds.stream().filter(claimed::contains).toList();
  }

  /**
   * Lets go of claimed records that are done.
   *
   * @param claim under which they were claimed
   * @return the numbers of those that were still held under it
   */
  public List<Long> letGo(String claim, Collection<Long> recordIds) {
    if (recordIds.isEmpty()) {
      return List.of();
    }
    String held = "delete from record_claim where claim = ?1 and record_id %s";
    return numbers(
        among(
                vendor == DatabaseVendor.POSTGRESQL
                    ? held + " returning record_id"
                    : "select record_id from old table (" + held + ")",
                recordIds)
            .setParameter(1, claim)
            .getResultList());
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
    // Those whose outcome is just being recorded need no claim any more.
    String update =
        "update record_claim set claim_until = "
            + ANEW
            + " where "
            + (vendor == DatabaseVendor.POSTGRESQL
                ? "record_id in (select record_id from record_claim where "
                    + soonOver
                    + " for update skip locked)"
                : soonOver);
    entities
        .createNativeQuery(update)
        .setParameter(1, prefix(runId) + workerId + "%")
        .executeUpdate();
  }

  /** Lets go of all that a worker holds, without an outcome: the records stay as they were. */
  public void release(long runId, String workerId) {
    entities
        .createNativeQuery("delete from record_claim where claim like ?1")
        .setParameter(1, prefix(runId) + workerId + "%")
        .executeUpdate();
  }

  /** Those of these records that somebody holds. */
  public List<Long> held(Collection<Long> recordIds) {
    return recordIds.isEmpty()
        ? List.of()
        : numbers(
            among(
                    "select record_id from record_claim where claim_until >= current_timestamp and"
                        + " record_id %s",
                    recordIds)
                .getResultList());
  }

  /** Removes what workers that died have left behind on these records. */
  public void forgetExpired(Collection<Long> recordIds) {
    if (!recordIds.isEmpty()) {
      among(
              "delete from record_claim where claim_until < current_timestamp and record_id %s",
              recordIds)
          .executeUpdate();
    }
  }

  /** A statement over some records, as {@link RecordNumbers#in} takes it. */
  private Query among(String sql, Collection<Long> recordIds) {
    return entities.createNativeQuery(new RecordNumbers(vendor, recordIds).in(sql));
  }

  private static List<Long> numbers(List<?> rows) {
    return rows.stream().map(row -> ((Number) row).longValue()).toList();
  }
}
