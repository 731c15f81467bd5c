package org.storesync.schedule;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.storesync.run.RunRow;
import org.storesync.run.RunState;

/** One execution of a schedule. */
@Entity
@Table(name = "schedule_run")
public class ScheduleRun {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "schedule_run_seq")
  @SequenceGenerator(
      name = "schedule_run_seq",
      sequenceName = "schedule_run_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "schedule_id")
  private long scheduleId;

  @Column(name = "planned_for")
  private Instant plannedFor;

  @Column(name = "fired_at")
  private Instant firedAt;

  private String node;

  private int missed;

  @Enumerated(EnumType.STRING)
  private ScheduleOutcome outcome = ScheduleOutcome.RUNNING;

  private String message;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "schedule_run_started", joinColumns = @JoinColumn(name = "execution_id"))
  @Column(name = "run_id")
  private Set<Long> runIds = new HashSet<>();

  private int fetched;
  private int prepared;
  private int processed;
  private int failed;

  @Version private int version;

  protected ScheduleRun() {}

  ScheduleRun(long scheduleId, DueExecutions due, Instant now, String node) {
    this.scheduleId = scheduleId;
    this.plannedFor = due.latest();
    this.missed = due.missed();
    this.firedAt = now;
    this.node = node;
  }

  /** It waits for the end of these. */
  void started(Collection<Long> runs) {
    runIds.addAll(runs);
  }

  /** There was nothing to do. */
  void findNothing(String because, Instant now) {
    end(ScheduleOutcome.SUCCEEDED, because, now);
  }

  /** It was not started. */
  void passOver(String because, Instant now) {
    end(ScheduleOutcome.PASSED_OVER, because, now);
  }

  /** It could not be started. */
  void fail(String because, Instant now) {
    end(ScheduleOutcome.FAILED, because, now);
  }

  /** All of its runs have ended. */
  void end(List<RunRow> runs, Instant now) {
    keep(ScheduleCounts.of(runs));
    Optional<RunRow> failure = first(runs, RunState.FAILED);
    if (failure.isPresent()) {
      end(ScheduleOutcome.FAILED, failure.get().message(), lastEnd(runs, now));
    } else if (first(runs, RunState.STOPPED).isPresent()) {
      end(ScheduleOutcome.STOPPED, null, lastEnd(runs, now));
    } else {
      end(ScheduleOutcome.SUCCEEDED, null, lastEnd(runs, now));
    }
  }

  private static Optional<RunRow> first(List<RunRow> runs, RunState state) {
    return runs.stream().filter(run -> run.state() == state).findFirst();
  }

  private static Instant lastEnd(List<RunRow> runs, Instant now) {
    return runs.stream()
        .flatMap(run -> Optional.ofNullable(run.finishedAt()).stream())
        .max(Instant::compareTo)
        .orElse(now);
  }

  private void keep(ScheduleCounts counts) {
    fetched = counts.fetched();
    prepared = counts.prepared();
    processed = counts.processed();
    failed = counts.failed();
  }

  private void end(ScheduleOutcome how, String why, Instant when) {
    outcome = how;
    message = why;
    finishedAt = when;
  }

  public Long id() {
    return id;
  }

  public long scheduleId() {
    return scheduleId;
  }

  public ScheduleOutcome outcome() {
    return outcome;
  }

  public Optional<String> message() {
    return Optional.ofNullable(message);
  }

  public Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }

  public Set<Long> runIds() {
    return Set.copyOf(runIds);
  }

  /** As pages show it; while it runs, with the counts of its runs so far. */
  ScheduleRunRow row(List<RunRow> runs) {
    boolean running = outcome == ScheduleOutcome.RUNNING;
    return new ScheduleRunRow(
        id,
        scheduleId,
        plannedFor,
        firedAt,
        node,
        missed,
        outcome,
        running ? waitsFor(runs) : message,
        finishedAt,
        running
            ? ScheduleCounts.of(runs)
            : new ScheduleCounts(fetched, prepared, processed, failed),
        runs.stream().map(StartedRun::of).toList());
  }

  private static String waitsFor(List<RunRow> runs) {
    return runs.stream()
        .filter(RunRow::active)
        .flatMap(run -> Optional.ofNullable(run.waitingFor()).stream())
        .findFirst()
        .orElse(null);
  }
}
