package org.storesync.run;

import jakarta.annotation.PostConstruct;
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
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.storesync.platform.config.ServerStops;
import org.storesync.platform.database.DatabaseTrouble;
import org.storesync.platform.log.LogContext;
import org.storesync.platform.text.RoomTexts;
import org.storesync.record.RecordClaims;
import org.storesync.store.Stores;

/**
 * Lets due runs work on this node: a timer looks every second, every third one while there is
 * nothing to do, and a run that was queued here starts at once. How many run at the same time is
 * bounded by {@code STORESYNC_WORKERS}.
 */
@Singleton
@Startup
@DependsOn({"DatabaseMigration", "SecretKeys"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunDispatcher {

  private static final Logger LOG = Logger.getLogger(RunDispatcher.class.getName());
  private static final RoomTexts TEXTS = RoomTexts.of(RunDispatcher.class);
  private static final long LOOK_EVERY_MILLIS = 1_000;
  private static final int RENEW_EVERY_LOOKS = 4;
  private static final int RESTING_EVERY_LOOKS = 3;
  private static final long HAND_OVER_SECONDS = 10;

  @Resource private TimerService timers;
  @Resource private ManagedExecutorService executor;
  @Inject private RunWorkers workers;
  @Inject private Runs runs;
  @Inject private RunPauses pauses;
  @Inject private Stores stores;
  @Inject private RunSelections selections;
  @Inject private RecordClaims claims;
  @Inject @Any private Instance<RunWork> workBeans;

  @Inject
  @ConfigProperty(name = "storesync.workers", defaultValue = "4")
  private int maxWorkers;

  private final Map<RunKind, RunWork> work = new EnumMap<>(RunKind.class);
  private final Map<String, RunTicket> atWork = new ConcurrentHashMap<>();
  private final Phaser busy = new Phaser(1);
  private volatile boolean stopping;
  private volatile boolean resting;
  private int looks;

  @PostConstruct
  void start() {
    workBeans.forEach(bean -> work.put(bean.kind(), bean));
  }

  /**
   * Begins to look when the whole application is there: a run that was at work before a restart
   * needs its web part too.
   */
  public void applicationStarted(@Observes @Initialized(ApplicationScoped.class) Object event) {
    timers.createIntervalTimer(
        LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, new TimerConfig("runs", false));
  }

  @Timeout
  void look(Timer timer) {
    if (stopping) {
      return;
    }
    looks++;
    if (resting && looks % RESTING_EVERY_LOOKS != 0) {
      return;
    }
    try {
      if (looks % RENEW_EVERY_LOOKS == 0 && !atWork.isEmpty()) {
        renew();
      }
      dispatch();
    } catch (RuntimeException databaseGone) {
      // A timer that throws is taken away after a while; this one must outlive the outage.
      LOG.log(Level.WARNING, "The runs that are due could not be looked for", databaseGone);
    }
  }

  private void renew() {
    workers.renew(List.copyOf(atWork.keySet()));
    atWork.values().forEach(ticket -> claims.renew(ticket.runId(), ticket.workerId()));
  }

  /** A run was queued on this node: it need not wait for the timer. */
  public void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunQueued event) {
    if (!stopping) {
      executor.execute(this::dispatchAtOnce);
    }
  }

  private void dispatchAtOnce() {
    try {
      dispatch();
    } catch (RuntimeException databaseGone) {
      LOG.log(Level.WARNING, "A queued run has to wait for the timer", databaseGone);
    }
  }

  /** The one line of the log that each run leaves. */
  public void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunEnded run) {
    LOG.info(
        () ->
            "Run %d (%s) has ended after %s: %s"
                .formatted(run.runId(), run.kind(), run.took(), run.outcome()));
  }

  private synchronized void dispatch() {
    if (stopping || atWork.size() >= maxWorkers) {
      return;
    }
    List<Long> due = workers.due();
    resting = due.isEmpty() && atWork.isEmpty();
    for (long leaderId : due) {
      Optional<RunTicket> ticket = join(leaderId);
      ticket.ifPresent(this::submit);
      if (atWork.size() >= maxWorkers) {
        return;
      }
    }
  }

  private Optional<RunTicket> join(long leaderId) {
    if (pauses.holds(leaderId)) {
      return Optional.empty();
    }
    return workers
        .join(leaderId, this::workersFor)
        .map(worker -> new RunTicket(leaderId, worker, () -> stopping || pauses.holds(leaderId)));
  }

  /** The list of a run is written by one. */
  private int workersFor(Run run) {
    return run.notedSelection().isPresent() ? 1 : work.get(run.kind()).workersFor(run);
  }

  private void submit(RunTicket ticket) {
    atWork.put(ticket.workerId(), ticket);
    busy.register();
    executor.execute(() -> workOn(ticket));
  }

  private void workOn(RunTicket ticket) {
    try (LogContext lines = LogContext.of(LogContext.Field.RUN, ticket.runId())) {
      perform(ticket, lines);
    }
  }

  private void perform(RunTicket ticket, LogContext lines) {
    try {
      Run run = runs.find(ticket.runId()).orElseThrow();
      lines.and(LogContext.Field.STORE, stores.find(run.storeId()).orElseThrow().name());
      selections.fix(ticket);
      work.get(run.kind()).perform(ticket);
    } catch (WorkerLost lost) {
      LOG.log(Level.WARNING, "{0}; another worker goes on with it.", lost.getMessage());
    } catch (RuntimeException unexpected) {
      endUnlessItPasses(ticket, unexpected);
    } finally {
      // Given back before the server may go down: others need not wait until the lease runs out.
      leave(ticket);
      atWork.remove(ticket.workerId());
      busy.arriveAndDeregister();
    }
  }

  /** The one place that turns what nobody expected into the outcome of the run. */
  private void endUnlessItPasses(RunTicket ticket, RuntimeException unexpected) {
    if (DatabaseTrouble.passes(unexpected)) {
      LOG.log(
          Level.WARNING,
          "Run " + ticket.runId() + " met trouble with the database and goes on when it has passed",
          unexpected);
      return;
    }
    LOG.log(Level.SEVERE, "Run " + ticket.runId() + " failed unexpectedly", unexpected);
    fail(ticket);
  }

  private void fail(RunTicket ticket) {
    try {
      RunKind kind = runs.find(ticket.runId()).orElseThrow().kind();
      work.get(kind).fail(ticket, TEXTS.recorded("unexpected", ticket.runId()));
    } catch (RuntimeException databaseGone) {
      LOG.log(
          Level.SEVERE,
          "The failure of run {0} could not be recorded; its lease runs out and it is tried again.",
          ticket.runId());
    }
  }

  private void leave(RunTicket ticket) {
    try {
      workers.leave(ticket);
    } catch (RuntimeException databaseGone) {
      LOG.log(Level.WARNING, "The lease of run {0} could not be given back.", ticket.runId());
    }
  }

  /** Before the server takes the database away. */
  public void serverStops(@Observes @Priority(1) ServerStops event) {
    handOver();
  }

  /** Hands the runs over: each stops at its next page or chunk and stays due. */
  @PreDestroy
  void handOver() {
    if (stopping) {
      return;
    }
    stopping = true;
    List<Long> runs = atWork.values().stream().map(RunTicket::runId).toList();
    LOG.log(Level.INFO, "This node stops and hands over the runs {0}.", runs);
    int phase = busy.arrive();
    try {
      busy.awaitAdvanceInterruptibly(phase, HAND_OVER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      // The server is going down anyway: what still runs is taken over when its lease runs out.
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      LOG.warning("Some runs did not stop in time; their leases run out and they are taken over.");
    }
  }
}
