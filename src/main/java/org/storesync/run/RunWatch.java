package org.storesync.run;

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
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.storesync.platform.live.LiveListeners;
import org.storesync.platform.live.LiveNews;
import org.storesync.platform.live.NewListener;

/**
 * Notices that runs and what began them have got on, on whichever node they work, and lets the
 * pages of this node know. The database is what all nodes share, so it is what is watched: a small
 * query a second for each mark, while a page of this node is open.
 */
@Singleton
@Startup
@DependsOn({"DatabaseMigration", "SecretKeys"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunWatch {

  /** Topic of the news. */
  public static final String RUNS = "runs";

  private static final Logger LOG = Logger.getLogger(RunWatch.class.getName());
  private static final long EVERY_MILLIS = 1_000;

  @Resource private TimerService timers;
  @Inject @Any private Instance<LiveMark> marks;
  @Inject private LiveListeners listeners;
  @Inject private Event<LiveNews> news;

  private volatile String lastMark = "";
  private Timer watch;

  /** From now on somebody wants to know. */
  public synchronized void begin(@Observes NewListener event) {
    if (watch == null) {
      watch =
          timers.createIntervalTimer(
              EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("run watch", false));
    }
  }

  /** A timer that has nothing to look for costs an idle server as well. */
  private synchronized boolean endsForWantOfListeners(Timer timer) {
    if (listeners.any()) {
      return false;
    }
    watch = null;
    timer.cancel();
    return true;
  }

  @Timeout
  void look(Timer timer) {
    try {
      if (!endsForWantOfListeners(timer)) {
        tellWhatIsNew();
      }
    } catch (RuntimeException databaseGone) {
      // A timer that throws is taken away after a while; this one must outlive the outage.
      LOG.log(Level.WARNING, "Whether runs have got on could not be looked for", databaseGone);
    }
  }

  private void tellWhatIsNew() {
    String mark = marks.stream().map(LiveMark::mark).collect(Collectors.joining("|"));
    if (!mark.equals(lastMark)) {
      lastMark = mark;
      news.fire(new LiveNews(RUNS));
    }
  }
}
