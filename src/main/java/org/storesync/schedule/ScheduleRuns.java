package org.storesync.schedule;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.storesync.run.RunList;
import org.storesync.run.RunRow;

/** The executions of schedules, and the runs that each of them started. */
@Stateless
public class ScheduleRuns {

  @PersistenceContext private EntityManager entities;
  @Inject private RunList runs;

  /** The executions of a schedule, the newest first. */
  public List<ScheduleRunRow> page(long scheduleId, int first, int atMost) {
    return entities
        .createQuery(
            "select e from ScheduleRun e where e.scheduleId = :schedule order by e.id desc",
            ScheduleRun.class)
        .setParameter("schedule", scheduleId)
        .setFirstResult(first)
        .setMaxResults(atMost)
        .getResultStream()
        .map(execution -> execution.row(runsOf(execution)))
        .toList();
  }

  /** The executions of a schedule before this one, the newest first. */
  public List<ScheduleRunRow> before(long scheduleId, long executionId, int atMost) {
    return entities
        .createQuery(
            "select e from ScheduleRun e where e.scheduleId = :schedule and e.id < :id"
                + " order by e.id desc",
            ScheduleRun.class)
        .setParameter("schedule", scheduleId)
        .setParameter("id", executionId)
        .setMaxResults(atMost)
        .getResultStream()
        .map(execution -> execution.row(runsOf(execution)))
        .toList();
  }

  public long count(long scheduleId) {
    return entities
        .createQuery(
            "select count(e) from ScheduleRun e where e.scheduleId = :schedule", Long.class)
        .setParameter("schedule", scheduleId)
        .getSingleResult();
  }

  /** The runs that an execution started, and those that process what these have prepared. */
  @SuppressWarnings("unchecked")
  public List<RunRow> runsOf(ScheduleRun execution) {
    List<Number> ids =
        entities
            .createNativeQuery(
                "select r.id from run r join schedule_run_started s on s.run_id = r.id"
                    + " where s.execution_id = ?1 union select f.id from schedule_run_started s"
                    + " join run r on r.id = s.run_id join run f on f.group_id = r.group_id"
                    + " and f.store_entity_id = r.store_entity_id and f.kind = 'PROCESS'"
                    + " where s.execution_id = ?1 and r.then_process order by 1")
            .setParameter(1, execution.id())
            .getResultList();
    return ids.stream().flatMap(id -> runs.find(id.longValue()).stream()).toList();
  }

  /** Executions whose end was not recorded yet. */
  public List<Long> running() {
    return entities
        .createQuery(
            "select e.id from ScheduleRun e where e.outcome = :running order by e.id", Long.class)
        .setParameter("running", ScheduleOutcome.RUNNING)
        .getResultList();
  }

  /** Another text whenever an execution has begun or ended. */
  public String mark() {
    Object[] figures =
        (Object[])
            entities
                .createQuery(
                    "select (select max(e.id) from ScheduleRun e), count(r), sum(r.id) from"
                        + " ScheduleRun r where r.outcome = :running")
                .setParameter("running", ScheduleOutcome.RUNNING)
                .getSingleResult();
    return Arrays.toString(figures);
  }

  public Optional<ScheduleRun> runningOf(long scheduleId) {
    return entities
        .createQuery(
            "select e from ScheduleRun e where e.scheduleId = :schedule and e.outcome = :running",
            ScheduleRun.class)
        .setParameter("schedule", scheduleId)
        .setParameter("running", ScheduleOutcome.RUNNING)
        .getResultStream()
        .findFirst();
  }

  /** The failed executions of a schedule since the last one that succeeded, if there are any. */
  public Optional<ScheduleTrouble> troubleOf(SyncSchedule schedule) {
    List<ScheduleRun> failed =
        entities
            .createQuery(
                "select e from ScheduleRun e where e.scheduleId = :schedule"
                    + " and e.outcome = :failed and e.id > (select coalesce(max(o.id), 0)"
                    + " from ScheduleRun o where o.scheduleId = :schedule"
                    + " and o.outcome = :succeeded) order by e.id",
                ScheduleRun.class)
            .setParameter("schedule", schedule.id())
            .setParameter("failed", ScheduleOutcome.FAILED)
            .setParameter("succeeded", ScheduleOutcome.SUCCEEDED)
            .getResultList();
    return failed.isEmpty() ? Optional.empty() : Optional.of(trouble(schedule, failed));
  }

  private static ScheduleTrouble trouble(SyncSchedule schedule, List<ScheduleRun> failed) {
    ScheduleRun last = failed.get(failed.size() - 1);
    return new ScheduleTrouble(
        schedule.id(),
        schedule.name(),
        schedule.storeId(),
        !schedule.active(),
        schedule.failuresInARow(),
        failed.get(0).finishedAt().orElseThrow(),
        schedule.stoppedBecause().or(last::message).orElse(""));
  }

  public Optional<ScheduleRun> find(long executionId) {
    return Optional.ofNullable(entities.find(ScheduleRun.class, executionId));
  }

  /** Whether the schedule was executed for this instant. */
  public boolean isThere(long scheduleId, Instant plannedFor) {
    return !entities
        .createQuery(
            "select e.id from ScheduleRun e where e.scheduleId = :schedule and e.plannedFor ="
                + " :planned",
            Long.class)
        .setParameter("schedule", scheduleId)
        .setParameter("planned", plannedFor)
        .getResultList()
        .isEmpty();
  }

  /** The execution, locked until the transaction ends, as it is now. */
  public ScheduleRun lock(long id) {
    ScheduleRun execution = entities.find(ScheduleRun.class, id, LockModeType.PESSIMISTIC_WRITE);
    entities.refresh(execution);
    return execution;
  }

  public void add(ScheduleRun execution) {
    entities.persist(execution);
  }
}
