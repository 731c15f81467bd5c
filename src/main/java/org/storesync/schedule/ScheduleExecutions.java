package org.storesync.schedule;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditActor;
import org.storesync.audit.AuditChanges;
import org.storesync.audit.AuditTrail;
import org.storesync.platform.config.Node;
import org.storesync.platform.text.RoomTexts;
import org.storesync.run.PrepareRuns;
import org.storesync.run.ProcessRuns;
import org.storesync.run.RunRow;

/**
 * Begins and ends executions, each deed in one transaction: the claim of the schedule, the
 * execution, its runs and the next instant are there together or not at all. A schedule is locked
 * before its execution, everywhere.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ScheduleExecutions {

  private static final RoomTexts TEXTS = RoomTexts.of(ScheduleExecutions.class);

  /** Later than this an execution is late, and not begun outside of its window any more. */
  private static final Duration IN_TIME = Duration.ofMinutes(1);

  @Inject private SyncSchedules schedules;
  @Inject private ScheduleRuns executions;
  @Inject private PrepareRuns prepareRuns;
  @Inject private ProcessRuns processRuns;
  @Inject private AuditTrail audit;
  @Inject private Event<ScheduleRunEnded> ended;
  @Inject private Event<ScheduleStopped> stopped;
  @Inject private Clock clock;
  @Inject private Node node;

  /**
   * Begins what is due, unless another node has claimed it.
   *
   * @param revision of the schedule that the work was planned for
   * @return whether it was ours
   */
  public boolean fire(long scheduleId, int revision, PlannedWork work) {
    Optional<SyncSchedule> claimed = schedules.claim(scheduleId, revision);
    if (claimed.isEmpty()) {
      return false;
    }
    SyncSchedule schedule = claimed.get();
    Optional<ScheduleRun> before = executions.runningOf(scheduleId);
    before.ifPresent(execution -> endIfDone(schedule, executions.lock(execution.id())));
    if (schedule.active()) {
      begin(schedule, work);
    }
    return true;
  }

  private void begin(SyncSchedule schedule, PlannedWork work) {
    Instant now = clock.instant();
    Timetable timetable = schedule.timetable();
    DueExecutions due = DueExecutions.collapse(timetable, schedule.nextAt().orElseThrow(), now);
    Optional<String> passedOver = reasonToPassOver(schedule, timetable, due, now);
    schedule.executed(now);
    if (executions.isThere(schedule.id(), due.latest())) {
      // The clock of this server was set back: what it shows again was executed.
      return;
    }
    ScheduleRun execution = new ScheduleRun(schedule.id(), due, now, node.name());
    executions.add(execution);
    if (passedOver.isPresent()) {
      execution.passOver(passedOver.get(), now);
      tell(schedule, execution);
    } else if (work instanceof PlannedWork.Refused refused) {
      execution.fail(refused.reason(), now);
      noteEnd(schedule, execution);
    } else {
      goOn(schedule, execution, start(schedule, work));
    }
  }

  private void goOn(SyncSchedule schedule, ScheduleRun execution, List<Long> started) {
    if (started.isEmpty()) {
      execution.findNothing(TEXTS.recorded("nothingReady"), clock.instant());
      noteEnd(schedule, execution);
    } else {
      execution.started(started);
    }
  }

  private Optional<String> reasonToPassOver(
      SyncSchedule schedule, Timetable timetable, DueExecutions due, Instant now) {
    if (executions.runningOf(schedule.id()).isPresent()) {
      return Optional.of(TEXTS.recorded("stillRunning"));
    }
    boolean late = due.latest().plus(IN_TIME).isBefore(now);
    return late && !timetable.allows(now)
        ? Optional.of(TEXTS.recorded("tooLate"))
        : Optional.empty();
  }

  private List<Long> start(SyncSchedule schedule, PlannedWork work) {
    if (work instanceof PlannedWork.Prepare prepare) {
      return prepareRuns.queue(prepare.together());
    }
    List<Long> chosen = ((PlannedWork.Process) work).storeEntityIds();
    Stream<Optional<Long>> entities =
        chosen.isEmpty() ? Stream.of(Optional.empty()) : chosen.stream().map(Optional::of);
    return entities.flatMap(entity -> process(schedule, entity).stream()).toList();
  }

  private Optional<Long> process(SyncSchedule schedule, Optional<Long> storeEntityId) {
    return processRuns.queueIfReady(
        schedule.storeId(),
        storeEntityId,
        Optional.ofNullable(schedule.selection().rowLimit()),
        schedule.starter());
  }

  /** Records what came of an execution, if all of its runs have ended. */
  public void endIfDone(long executionId) {
    // Asked first without a lock: mostly it is still at work.
    executions
        .find(executionId)
        .filter(execution -> executions.runsOf(execution).stream().noneMatch(RunRow::active))
        .map(execution -> schedules.lock(execution.scheduleId()))
        .ifPresent(schedule -> endIfDone(schedule, executions.lock(executionId)));
  }

  private void endIfDone(SyncSchedule schedule, ScheduleRun execution) {
    List<RunRow> runs = executions.runsOf(execution);
    boolean open = execution.outcome() == ScheduleOutcome.RUNNING;
    if (open && runs.stream().noneMatch(RunRow::active)) {
      execution.end(runs, clock.instant());
      noteEnd(schedule, execution);
    }
  }

  private void noteEnd(SyncSchedule schedule, ScheduleRun execution) {
    switch (execution.outcome()) {
      case SUCCEEDED -> schedule.succeeded();
      case FAILED -> schedule.failed();
      case STOPPED, PASSED_OVER, RUNNING -> {
        // Says nothing about whether the next one can work.
      }
    }
    tell(schedule, execution);
    if (schedule.mustStop()) {
      stop(schedule, execution);
    }
  }

  private void stop(SyncSchedule schedule, ScheduleRun execution) {
    String reason =
        TEXTS.recorded("stoppedBecause", schedule.failuresInARow(), execution.message().orElse(""));
    schedule.stop(reason, clock.instant());
    audit.recordFor(
        AuditActor.SYSTEM,
        AuditAction.SCHEDULE_STOPPED,
        SyncSchedules.subject(schedule),
        AuditChanges.none().given("reason", reason));
    stopped.fire(
        new ScheduleStopped(
            schedule.id(), schedule.name(), schedule.storeId(), schedule.failuresInARow(), reason));
  }

  private void tell(SyncSchedule schedule, ScheduleRun execution) {
    ended.fire(
        new ScheduleRunEnded(
            execution.id(),
            schedule.id(),
            schedule.name(),
            schedule.storeId(),
            execution.outcome(),
            schedule.failuresInARow(),
            execution.message().orElse(null)));
  }
}
