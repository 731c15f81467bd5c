package org.storesync.run;

import jakarta.annotation.PostConstruct;
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
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.storesync.platform.live.LiveNews;

/**
 * Notices that runs have got on, on whichever node they work, and lets the pages of this node know.
 * The database is what all nodes share, so it is what is watched: one small query a second.
 */
@Singleton
@Startup
@DependsOn({"DatabaseMigration", "SecretKeys"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class RunWatch {

  /** Topic of the news. */
  public static final String RUNS = "runs";

  private static final long EVERY_MILLIS = 1_000;

  @Resource private TimerService timers;
  @Inject private RunList runs;
  @Inject private Event<LiveNews> news;

  private volatile String lastMark = "";

  @PostConstruct
  void start() {
    timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("run watch", false));
  }

  @Timeout
  void look(Timer timer) {
    String mark = runs.mark();
    if (!mark.equals(lastMark)) {
      lastMark = mark;
      news.fire(new LiveNews(RUNS));
    }
  }
}
