package org.storesync.process;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Side;
import org.storesync.record.ClaimedRecord;
import org.storesync.record.FinishedRecord;
import org.storesync.record.ProcessOutcome;
import org.storesync.record.SyncOperation;

/** Collects what came of the records of a chunk, one outcome for each. */
final class Outcomes {

  private final Chunk chunk;
  private final Clock clock;
  private final List<FinishedRecord> finished = new ArrayList<>();

  Outcomes(Chunk chunk, Clock clock) {
    this.chunk = chunk;
    this.clock = clock;
  }

  void add(ClaimedRecord record, ProcessOutcome outcome) {
    Duration duration = Duration.between(chunk.startedAt(), clock.instant());
    finished.add(new FinishedRecord(record, outcome, chunk.startedAt(), duration));
  }

  /** The one that was added last. */
  Optional<ProcessOutcome> last() {
    return finished.isEmpty()
        ? Optional.empty()
        : Optional.of(finished.get(finished.size() - 1).outcome());
  }

  List<FinishedRecord> all() {
    return List.copyOf(finished);
  }

  /**
   * What a failure of the destination or source means for one record.
   *
   * @throws ConnectorFailure again, if it concerns the whole run: no sign-in, no quota
   */
  static ProcessOutcome of(ConnectorFailure failure, Side target) {
    if (failure instanceof ConnectorFailure.RetryLater later && !later.countsAsAttempt()) {
      return new ProcessOutcome.Waiting(later.getMessage());
    }
    if (failure instanceof ConnectorFailure.Rejected
        || failure instanceof ConnectorFailure.RetryLater) {
      return new ProcessOutcome.Failure(
          SyncOperation.failedToSave(target),
          failure.getMessage(),
          failure.getClass().getSimpleName());
    }
    throw failure;
  }
}
