package org.storesync.schedule;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An execution of a schedule as programs see it. What is not there is null.
 *
 * @param missed earlier executions that it stands for
 * @param message why it failed or was passed over, or what it waits for
 * @param failed records that failed or were aborted
 * @param runs the numbers of its runs
 */
@Schema(requiredProperties = {"id", "plannedFor", "begun", "node", "outcome", "runs"})
public record ExecutionAnswer(
    long id,
    Instant plannedFor,
    Instant begun,
    Instant finished,
    String node,
    int missed,
    ScheduleOutcome outcome,
    String message,
    int fetched,
    int prepared,
    int processed,
    int failed,
    List<Long> runs) {

  static ExecutionAnswer of(ScheduleRunRow execution) {
    ScheduleCounts counts = execution.counts();
    return new ExecutionAnswer(
        execution.id(),
        execution.plannedFor(),
        execution.firedAt(),
        execution.finishedAt(),
        execution.node(),
        execution.missed(),
        execution.outcome(),
        execution.message(),
        counts.fetched(),
        counts.prepared(),
        counts.processed(),
        counts.failed(),
        execution.runs().stream().map(StartedRun::id).toList());
  }
}
