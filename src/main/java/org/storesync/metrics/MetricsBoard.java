package org.storesync.metrics;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.storesync.platform.quota.CallCounts;
import org.storesync.platform.quota.QuotaLevel;
import org.storesync.platform.quota.Throttle;
import org.storesync.run.RunEnded;

/**
 * Keeps the server's registry of metrics as the database and this node's counts are. The database
 * is asked when monitoring asks, and not more often than every ten seconds.
 */
@ApplicationScoped
public class MetricsBoard {

  private static final Logger LOG = Logger.getLogger(MetricsBoard.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(10);

  @Inject private MetricRegistry registry;
  @Inject private StoredFigures stored;
  @Inject private Throttle throttle;
  @Inject private CallCounts counts;

  private final Map<MetricID, Double> shown = new ConcurrentHashMap<>();
  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile long staleAt;

  @PostConstruct
  void begin() {
    staleAt = System.nanoTime();
  }

  /** Makes the figures fresh; while somebody else does so, the last ones are good enough. */
  public void refresh() {
    if (!refreshing.tryLock()) {
      return;
    }
    try {
      count();
      if (System.nanoTime() - staleAt >= 0) {
        show(read());
        staleAt = System.nanoTime() + FRESH.toNanos();
      }
    } finally {
      refreshing.unlock();
    }
  }

  private List<Figure> read() {
    try {
      List<Figure> figures = new ArrayList<>(stored.read());
      throttle.levels().forEach(level -> addTo(figures, level));
      figures.add(Figure.of(Measure.DATABASE_UP, 1));
      return figures;
    } catch (RuntimeException databaseGone) {
      // Old figures would look like good news: monitoring gets none, and is told why.
      LOG.log(Level.WARNING, "The figures for monitoring can't be read", databaseGone);
      return List.of(Figure.of(Measure.DATABASE_UP, 0));
    }
  }

  private static void addTo(List<Figure> figures, QuotaLevel level) {
    Tag[] labels = labels(level.account(), level.operation());
    level
        .bucketful()
        .ifPresent(
            left -> {
              figures.add(Figure.of(Measure.QUOTA_TOKENS, left.tokens(), labels));
              figures.add(Figure.of(Measure.QUOTA_RATE, left.perSecond(), labels));
            });
  }

  private static Tag[] labels(String account, String operation) {
    return new Tag[] {new Tag("account", account), new Tag("operation", operation)};
  }

  private void show(List<Figure> figures) {
    figures.forEach(this::show);
    Set<MetricID> there = figures.stream().map(Figure::id).collect(Collectors.toSet());
    for (MetricID gone : List.copyOf(shown.keySet())) {
      if (!there.contains(gone)) {
        registry.remove(gone);
        shown.remove(gone);
      }
    }
  }

  private void show(Figure figure) {
    if (shown.put(figure.id(), figure.value()) == null) {
      registry.gauge(
          figure.measure().metadata(),
          () -> shown.getOrDefault(figure.id(), 0.0),
          figure.id().getTagsAsArray());
    }
  }

  /** The registry's counters follow ours, which know nothing of monitoring. */
  private void count() {
    counts
        .all()
        .forEach(
            (of, counted) -> {
              Tag[] labels = labels(of.account(), of.operation());
              raise(Measure.CALLS, counted.calls(), labels);
              raise(Measure.CALLS_THROTTLED, counted.throttled(), labels);
              raise(Measure.QUOTA_WAITS, counted.waits(), labels);
            });
  }

  private void raise(Measure measure, long to, Tag... labels) {
    Counter counter = registry.counter(measure.metadata(), labels);
    counter.inc(to - counter.getCount());
  }

  /** A run ended on this node. */
  public void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunEnded run) {
    registry
        .timer(
            Measure.RUN_DURATION.metadata(),
            new Tag("kind", run.kind().name().toLowerCase(Locale.ROOT)),
            new Tag("outcome", run.outcome().name().toLowerCase(Locale.ROOT)))
        .update(run.took());
  }
}
