package org.storesync.node;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
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
import org.storesync.platform.config.ServerStops;

/** Tells every few seconds that this node lives, and at the end that it leaves. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NodeHeartbeat {

  private static final Logger LOG = Logger.getLogger(NodeHeartbeat.class.getName());
  private static final long EVERY_MILLIS = 5_000;

  @Resource private TimerService timers;
  @Inject private Nodes nodes;
  private volatile boolean left;

  /** Begins when the whole application is there: the version is known by its web part. */
  public void applicationStarted(@Observes @Initialized(ApplicationScoped.class) Object event) {
    nodes.start();
    timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("heartbeat", false));
  }

  @Timeout
  void beat(Timer timer) {
    if (left) {
      return;
    }
    try {
      nodes.beat();
    } catch (RuntimeException databaseGone) {
      // A timer that throws is taken away after a while; this one must outlive the outage.
      LOG.log(Level.WARNING, "This node could not tell that it lives", databaseGone);
    }
  }

  /** After the runs were handed over, and before the server takes the database away. */
  public void serverStops(@Observes @Priority(2) ServerStops event) {
    leave();
  }

  @PreDestroy
  void leave() {
    if (left) {
      return;
    }
    left = true;
    try {
      nodes.leave();
    } catch (RuntimeException databaseGone) {
      LOG.log(Level.WARNING, "This node could not tell that it leaves", databaseGone);
    }
  }
}
