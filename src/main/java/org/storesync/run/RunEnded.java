package org.storesync.run;

import java.time.Duration;

/**
 * Event: a run has ended; it counts as soon as the transaction is committed.
 *
 * @param took from its first worker to its end, waits included
 */
public record RunEnded(long runId, RunKind kind, RunState outcome, Duration took) {

  static RunEnded of(Run run) {
    return new RunEnded(run.id(), run.kind(), run.state(), run.took());
  }
}
