package org.storesync.record;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.storesync.platform.database.DatabaseVendor;

/**
 * What a run that works through records still has to do. The set is fixed before the run begins; a
 * row leaves it in the transaction that records the outcome, so that a crash loses none.
 */
@Stateless
public class RunRecords {

  /** Both keys: H2 walks along an index only in its own words, else it reads all. */
  static final String IN_ORDER = " order by x.run_id, x.position limit ";

  /**
   * The places of some records on the list of run 1, found by the records. The sum keeps PostgreSQL
   * from reading the whole list instead: it can't know that the list of a new run is long.
   */
  static final String LISTED = "run_record where run_id + 0 = ?1 and record_id %s";

  /**
   * The list of a run, to be read in its order as far as it is needed. PostgreSQL takes the equal
   * run for a sign of few rows, and would read and sort all of them for the first ones.
   */
  private static final String WALKED_ON_POSTGRESQL =
      "(x.run_id, x.position) >= (%s, 0) and (x.run_id, x.position) < (%<s + 1, 0)";

  @PersistenceContext private EntityManager entities;
  @Inject private DatabaseVendor vendor;
  @Inject private Clock clock;

  /**
   * The condition of the list of a run, for reading it in its order, which is {@link #IN_ORDER}.
   *
   * @param runId how the statement names the number of the run
   */
  static String walked(DatabaseVendor vendor, String runId) {
    return vendor == DatabaseVendor.POSTGRESQL
        ? WALKED_ON_POSTGRESQL.formatted("cast(" + runId + " as bigint)")
        : "x.run_id = " + runId;
  }

  /**
   * Fixes the set of a run, in loading order.
   *
   * @param filter which records
   * @param limit at most this many
   * @param onlyDue leaves out failed records whose next try is not due yet (unattended runs)
   * @return how many they are
   */
  public int fix(long runId, RecordFilter filter, Optional<Integer> limit, boolean onlyDue) {
    RecordConditions conditions = conditions(filter, onlyDue);
    String run = conditions.parameter(runId);
    String sql =
        "insert into run_record (run_id, position, record_id) select cast(%s as bigint), row_number() over (%s), r.id"
                .formatted(run, RecordSort.LOADING_ORDER.strip())
            + conditions.sql()
            + RecordSort.LOADING_ORDER
            + limit.map(rows -> " limit " + rows).orElse("");
    return conditions.bind(entities.createNativeQuery(sql)).executeUpdate();
  }

  /** How many records {@link #fix} would put on the list without a limit. */
  public int count(RecordFilter filter, boolean onlyDue) {
    RecordConditions conditions = conditions(filter, onlyDue);
    Number count =
        (Number)
            conditions
                .bind(entities.createNativeQuery("select count(*)" + conditions.sql()))
                .getSingleResult();
    return count.intValue();
  }

  private RecordConditions conditions(RecordFilter filter, boolean onlyDue) {
    RecordConditions conditions = new RecordConditions(filter);
    return onlyDue ? conditions.due(clock.instant()) : conditions;
  }

  /** The greatest number that a record has so far. */
  public long newest() {
    Number newest =
        (Number)
            entities
                .createNativeQuery("select coalesce(max(id), 0) from sync_record")
                .getSingleResult();
    return newest.longValue();
  }

  /** Whether {@link #fix} would put any record on the list. */
  public boolean isAny(RecordFilter filter, boolean onlyDue) {
    RecordConditions conditions = conditions(filter, onlyDue);
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

  /** The next records of a run that has only one worker, in its order. */
  @SuppressWarnings("unchecked")
  public List<Long> next(long runId, int atMost) {
    List<Number> ids =
        entities
            .createNativeQuery(
                "select x.record_id from run_record x where "
                    + walked(vendor, "?1")
                    + IN_ORDER
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
    if (recordIds.isEmpty()) {
      return 0;
    }
    return entities
        .createNativeQuery(new RecordNumbers(vendor, recordIds).in("delete from " + LISTED))
        .setParameter(1, runId)
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
                + " sync_record r where r.id = x.record_id) or exists (select 1 from record_claim c"
                + " where c.record_id = x.record_id and c.claim_until >= current_timestamp and"
                + " c.claim not like ?2))")
        .setParameter(1, runId)
        .setParameter(2, RecordClaims.prefix(runId) + "%")
        .executeUpdate();
  }

  /** Empties the list of a run that was stopped. */
  public void clear(long runId) {
    entities
        .createNativeQuery("delete from run_record where run_id = ?1")
        .setParameter(1, runId)
        .executeUpdate();
  }
}
