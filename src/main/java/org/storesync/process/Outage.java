package org.storesync.process;

import java.time.Duration;
import java.util.Optional;
import org.storesync.connector.ConnectorFailure;
import org.storesync.record.ProcessOutcome;

/**
 * Tells a system that is busy with one document from a system that is down: record after record
 * would run into the same wall, so the run ends and the rest stays in the queue as it is.
 */
final class Outage {

  static final int AFTER_IN_A_ROW = 5;

  private int inARow;

  /**
   * Takes note of how the next record ended.
   *
   * @param outcome absent if it got on
   * @throws ConnectorFailure.RetryLater if too many in a row could not be tried
   */
  void note(Optional<ProcessOutcome> outcome) {
    if (outcome.isEmpty() || !(outcome.get() instanceof ProcessOutcome.Waiting waiting)) {
      inARow = 0;
      return;
    }
    inARow++;
    if (inARow == AFTER_IN_A_ROW) {
      throw new ConnectorFailure.RetryLater(waiting.message(), Duration.ZERO, false, null);
    }
  }
}
