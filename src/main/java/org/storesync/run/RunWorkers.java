package org.storesync.run;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.storesync.platform.config.Node;
import org.storesync.platform.database.DatabaseInstant;
import org.storesync.platform.database.DatabaseVendor;
import org.storesync.platform.database.RowLocks;

/**
 * Who works on which run: leases in database time, so that neither a wrong clock nor a moved one
 * lets them run out. A node that dies renews no more, and another takes its runs.
 */
@Stateless
public class RunWorkers {

  /** How long a worker holds its run without renewing. */
  static final int LEASE_SECONDS = 20;

  private static final String LEASE = "current_timestamp + interval '" + LEASE_SECONDS + "' second";

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private Node node;
  @Inject private DatabaseVendor vendor;
  @Inject private RowLocks locks;

  /**
   * Runs that are due: the first of each shared read. What a person waits for goes before what a
   * schedule started, then the oldest first. They may be taken already. Asked again and again, so
   * that it does without a transaction.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @SuppressWarnings("unchecked")
  public List<Long> due() {
    List<Number> ids =
        entities
            .createNativeQuery(
                "select r.leader_id from run r where r.state in ('QUEUED', 'RUNNING')"
                    + " and r.due_at <= ?1 group by r.leader_id order by min(case when r.unattended then 1"
                    + " else 0 end), r.leader_id")
            .setParameter(1, DatabaseInstant.parameter(clock.instant()))
            .setMaxResults(100)
            .getResultList();
    return ids.stream().map(Number::longValue).toList();
  }

  /**
   * Takes a place at this run, if there is one.
   *
   * @param places how many workers the run may have
   * @return the number of the new worker
   */
  public Optional<String> join(long leaderId, ToIntFunction<Run> places) {
    if (!lockRow(leaderId)) {
      return Optional.empty();
    }
    Run run = entities.find(Run.class, leaderId);
    entities.refresh(run);
    dropDead(leaderId);
    if (!isDue(leaderId) || living(leaderId) >= places.applyAsInt(run) || mustQueue(leaderId)) {
      return Optional.empty();
    }
    String worker = UUID.randomUUID().toString();
    entities
        .createNativeQuery(
            "insert into run_worker (id, run_id, node, lease_until) values (?1, ?2, ?3, "
                + LEASE
                + ")")
        .setParameter(1, worker)
        .setParameter(2, leaderId)
        .setParameter(3, node.name())
        .executeUpdate();
    return Optional.of(worker);
  }

  private boolean lockRow(long leaderId) {
    String sql = "select id from run where id = ? for update";
    String skipping = vendor == DatabaseVendor.POSTGRESQL ? sql + " skip locked" : sql;
    return !locks.lock(skipping, leaderId).isEmpty();
  }

  private void dropDead(long leaderId) {
    entities
        .createNativeQuery(
            "delete from run_worker where run_id = ?1 and lease_until < current_timestamp")
        .setParameter(1, leaderId)
        .executeUpdate();
  }

  /** How many workers hold this run now. */
  public int living(long leaderId) {
    return count(
        "select count(*) from run_worker where run_id = ?1 and lease_until >= current_timestamp",
        leaderId);
  }

  private boolean isDue(long leaderId) {
    Number active =
        (Number)
            entities
                .createNativeQuery(
                    "select count(*) from run where leader_id = ?1 and due_at <= ?2"
                        + " and state in ('QUEUED', 'RUNNING')")
                .setParameter(1, leaderId)
                .setParameter(2, DatabaseInstant.parameter(clock.instant()))
                .getSingleResult();
    return active.intValue() > 0;
  }

  /** At most one prepare run per entity works: whether an earlier one of the same entity does. */
  private boolean mustQueue(long leaderId) {
    return count(
            "select count(*) from run mine join run other on other.store_entity_id ="
                + " mine.store_entity_id where mine.leader_id = ?1 and mine.kind = 'PREPARE' and"
                + " other.kind = 'PREPARE' and mine.state in ('QUEUED', 'RUNNING') and other.state"
                + " in ('QUEUED', 'RUNNING') and other.leader_id < mine.leader_id",
            leaderId)
        > 0;
  }

  private int count(String sql, long runId) {
    return ((Number) entities.createNativeQuery(sql).setParameter(1, runId).getSingleResult())
        .intValue();
  }

  /**
   * Makes sure, within the transaction that writes what a worker did, that it still holds its run.
   *
   * @throws WorkerLost if it does not
   */
  public void require(RunTicket ticket) {
    int held =
        entities
            .createNativeQuery(
                "update run_worker set lease_until = "
                    + LEASE
                    + " where id = ?1 and lease_until >= current_timestamp")
            .setParameter(1, ticket.workerId())
            .executeUpdate();
    if (held == 0) {
      throw new WorkerLost(ticket);
    }
  }

  /**
   * Prolongs the leases of living workers. A worker that just writes a chunk does so itself: nobody
   * waits for it, or each worker of a run would wait for the chunks of the others.
   */
  public void renew(Collection<String> workers) {
    String living = "id = ?1 and lease_until >= current_timestamp";
    String free =
        vendor == DatabaseVendor.POSTGRESQL
            ? "id in (select id from run_worker where " + living + " for update skip locked)"
            : living;
    for (String worker : workers) {
      entities
          .createNativeQuery("update run_worker set lease_until = " + LEASE + " where " + free)
          .setParameter(1, worker)
          .executeUpdate();
    }
  }

  /** The worker is done with its run, or gives it back. */
  public void leave(RunTicket ticket) {
    entities
        .createNativeQuery("delete from run_worker where id = ?1")
        .setParameter(1, ticket.workerId())
        .executeUpdate();
  }
}
