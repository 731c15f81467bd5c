package org.storesync.process;

import java.time.Duration;
import java.util.Optional;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Side;
import org.storesync.record.ProcessOutcome;
import org.storesync.run.SystemOutages;

/**
 * Tells a system that is busy with one document from a system that is down: record after record
 * would run into the same wall, so the run ends or waits, and the rest stays in the queue as it is.
 */
final class Outage {

  static final int AFTER_IN_A_ROW = 5;

  private final SystemOutages outages;
  private final long storeId;
  private final Side side;
  private final int atMost;
  private int inARow;
  private boolean answered;

  private Outage(SystemOutages outages, long storeId, Side side, boolean answered) {
    this.outages = outages;
    this.storeId = storeId;
    this.side = side;
    this.answered = answered;
    // Of a system that is known to be down the first failure says that it still is.
    this.atMost = outages.find(storeId, side).isPresent() ? 1 : AFTER_IN_A_ROW;
  }

  /** Of the system that documents come from: a stored one says nothing about it. */
  static Outage ofSource(SystemOutages outages, long storeId, Side side) {
    return new Outage(outages, storeId, side, true);
  }

  /** Of the system that documents go to: the first that gets on ends its outage. */
  static Outage ofTarget(SystemOutages outages, long storeId, Side side) {
    return new Outage(outages, storeId, side, false);
  }

  /**
   * Takes note of how the next record ended.
   *
   * @param outcome absent if it got on
   * @throws ConnectorFailure.RetryLater if too many in a row could not be tried
   */
  void note(Optional<ProcessOutcome> outcome) {
    if (outcome.isPresent() && outcome.get() instanceof ProcessOutcome.Waiting waiting) {
      noteFailure(waiting.message());
    } else {
      inARow = 0;
      noteSuccess();
    }
  }

  private void noteFailure(String message) {
    inARow++;
    if (inARow == atMost) {
      outages.noteFailure(storeId, side, message);
      throw new ConnectorFailure.RetryLater(message, Duration.ZERO, false, null);
    }
  }

  private void noteSuccess() {
    if (!answered) {
      answered = true;
      outages.noteSuccess(storeId, side);
    }
  }
}
