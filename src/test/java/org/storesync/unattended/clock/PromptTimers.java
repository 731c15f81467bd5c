package org.storesync.unattended.clock;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
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
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.storesync.alert.AlertTimer;
import org.storesync.run.RunQueued;
import org.storesync.schedule.ScheduleTimer;

/**
 * When the {@link MovedClock} was moved, the timers of its server tick at once: hours pass for them
 * in no time, but their own seconds are those of the world. They tick by themselves, too.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PromptTimers {

  private static final Logger LOG = Logger.getLogger(PromptTimers.class.getName());
  private static final long LOOK_EVERY_MILLIS = 50;

  @Resource private TimerService timers;
  @Inject private Clock clock;
  @Inject private ScheduleTimer schedules;
  @Inject private Event<RunQueued> runs;
  @Inject private AlertTimer alerts;

  private Instant seen;

  /** As the other timers, when the whole application is there. */
  public void applicationStarted(@Observes @Initialized(ApplicationScoped.class) Object event) {
    timers.createIntervalTimer(
        LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, new TimerConfig("prompt timers", false));
  }

  @Timeout
  void look(Timer timer) {
    Instant now = clock.instant();
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    try {
      schedules.work();
      // Also for runs that wait for an instant that has come.
      runs.fire(new RunQueued(0));
      alerts.work();
    } catch (RuntimeException databaseGone) {
      LOG.log(Level.WARNING, "The timers tick by themselves", databaseGone);
    }
  }
}
