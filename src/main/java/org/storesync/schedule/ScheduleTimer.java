package org.storesync.schedule;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.storesync.platform.database.DatabaseTrouble;
import org.storesync.platform.text.RoomTexts;

/**
 * Ticks on each node: begins what the timetables say, and records what came of it. It remembers
 * nothing, so that any node may go on at any time; the database decides which one does.
 */
@Singleton
@Startup
@DependsOn({"DatabaseMigration", "SecretKeys"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScheduleTimer {

  private static final Logger LOG = Logger.getLogger(ScheduleTimer.class.getName());
  private static final RoomTexts TEXTS = RoomTexts.of(ScheduleTimer.class);
  private static final long TICK_MILLIS = 3_000;

  @Resource private TimerService timers;
  @Inject private SyncSchedules schedules;
  @Inject private ScheduleRuns executions;
  @Inject private SchedulePlanner planner;
  @Inject private ScheduleExecutions deeds;

  private volatile boolean stopping;

  /** Begins when the whole application is there: what is begun needs its web part too. */
  public void applicationStarted(@Observes @Initialized(ApplicationScoped.class) Object event) {
    timers.createIntervalTimer(TICK_MILLIS, TICK_MILLIS, new TimerConfig("schedules", false));
  }

  @Timeout
  void tick(Timer timer) {
    if (stopping) {
      return;
    }
    try {
      work();
    } catch (RuntimeException databaseGone) {
      // A timer that throws is taken away after a while; this one must outlive the outage.
      LOG.log(Level.WARNING, "The schedules that are due could not be looked for", databaseGone);
    }
  }

  /** One tick: what came to its end is recorded before anything new is begun. */
  public void work() {
    if (!schedules.isWorkThere()) {
      return;
    }
    executions.running().forEach(this::end);
    schedules.due().forEach(this::fire);
  }

  /** One that can't be ended must not keep the others from their turn. */
  private void end(long executionId) {
    try {
      deeds.endIfDone(executionId);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "Execution " + executionId + " is looked at again later", failure);
    }
  }

  /** One that can't be begun must not keep the others from their turn. */
  private void fire(long scheduleId) {
    try {
      schedules
          .find(scheduleId)
          .ifPresent(schedule -> deeds.fire(scheduleId, schedule.revision(), plan(schedule)));
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "Schedule " + scheduleId + " is looked at again later", failure);
    }
  }

  /** The one place that turns what nobody expected into the outcome of an execution. */
  private PlannedWork plan(SyncSchedule schedule) {
    try {
      return planner.plan(schedule);
    } catch (RuntimeException unexpected) {
      if (DatabaseTrouble.passes(unexpected)) {
        throw unexpected;
      }
      LOG.log(Level.SEVERE, "Schedule " + schedule.id() + " could not be planned", unexpected);
      return new PlannedWork.Refused(TEXTS.recorded("unexpected"));
    }
  }

  @PreDestroy
  void stop() {
    stopping = true;
  }
}
