package org.storesync.schedule;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An execution as pages and the API show it. What is not there is null.
 *
 * @param missed earlier executions that it stands for
 * @param message why it failed, was passed over or began nothing, or what it waits for
 * @param runs its runs
 */
public record ScheduleRunRow(
    long id,
    long scheduleId,
    Instant plannedFor,
    Instant firedAt,
    String node,
    int missed,
    ScheduleOutcome outcome,
    String message,
    Instant finishedAt,
    ScheduleCounts counts,
    List<StartedRun> runs)
    implements Serializable {

  /** How long it took; null while it runs and for one that was not started. */
  public Duration duration() {
    return finishedAt == null || runs.isEmpty() ? null : Duration.between(firedAt, finishedAt);
  }

  /** Whether it waits for something outside. */
  public boolean waits() {
    return outcome == ScheduleOutcome.RUNNING && message != null;
  }
}
