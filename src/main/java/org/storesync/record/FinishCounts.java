package org.storesync.record;

/**
 * What became of the records of one chunk.
 *
 * @param processed written, or right already
 * @param failed failed and to be tried again, or waiting
 * @param aborted failed for the last time
 * @param filtered kept out, or gone at the source
 * @param passedOver not ours any more, or no longer in the queue
 */
public record FinishCounts(int processed, int failed, int aborted, int filtered, int passedOver) {

  public static final FinishCounts NONE = new FinishCounts(0, 0, 0, 0, 0);

  public static FinishCounts passedOver(int count) {
    return new FinishCounts(0, 0, 0, 0, count);
  }

  /**
   * @param done records that a command changed
   * @param left records that it left as they are
   */
  public static FinishCounts commanded(int done, int left) {
    return new FinishCounts(done, 0, 0, 0, left);
  }

  FinishCounts plus(ProcessOutcome outcome, SyncStatus status) {
    if (outcome instanceof ProcessOutcome.Synchronized) {
      return new FinishCounts(processed + 1, failed, aborted, filtered, passedOver);
    }
    return switch (status) {
      case FAILED -> new FinishCounts(processed, failed + 1, aborted, filtered, passedOver);
      case ABORTED -> new FinishCounts(processed, failed, aborted + 1, filtered, passedOver);
      case FILTERED, DELETED, INVALID, SKIPPED ->
          new FinishCounts(processed, failed, aborted, filtered + 1, passedOver);
      // Prepared: newer content came while the older one failed.
      case PREPARED, PROCESSED ->
          new FinishCounts(processed, failed, aborted, filtered, passedOver + 1);
    };
  }

  public FinishCounts plus(FinishCounts other) {
    return new FinishCounts(
        processed + other.processed,
        failed + other.failed,
        aborted + other.aborted,
        filtered + other.filtered,
        passedOver + other.passedOver);
  }
}
