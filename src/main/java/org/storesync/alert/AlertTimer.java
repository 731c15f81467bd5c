package org.storesync.alert;

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
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.storesync.platform.database.NodeTurns;

/** Ticks on each node; the database decides whose turn it is to look, to write, and to send. */
@Singleton
@Startup
@DependsOn({"DatabaseMigration", "SecretKeys"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AlertTimer {

  private static final Logger LOG = Logger.getLogger(AlertTimer.class.getName());
  private static final long TICK_MILLIS = 20_000;
  private static final Duration LOOKS_EVERY = Duration.ofMinutes(1);

  @Resource private TimerService timers;
  @Inject private NodeTurns turns;
  @Inject private AlertWatch watch;
  @Inject private AlertDeliveries deliveries;
  @Inject private AlertCourier courier;
  @Inject private AlertSettings settings;

  /** Begins when the whole application is there. */
  public void applicationStarted(@Observes @Initialized(ApplicationScoped.class) Object event) {
    timers.createIntervalTimer(TICK_MILLIS, TICK_MILLIS, new TimerConfig("alerts", false));
  }

  @Timeout
  void tick(Timer timer) {
    try {
      work();
    } catch (RuntimeException databaseGone) {
      // A timer that throws is taken away after a while; this one must outlive the outage.
      LOG.log(Level.WARNING, "Alerts are looked for again later", databaseGone);
    }
  }

  /** One tick. The first news is told at once; what follows is collected for the interval. */
  public void work() {
    if (turns.take(Alerts.TURN, LOOKS_EVERY)) {
      watch.look();
    }
    if (deliveries.isNewsThere() && turns.take(AlertDeliveries.TURN, settings.interval())) {
      deliveries.write();
    }
    courier.sendDue();
  }
}
