package org.storesync.record;

import org.storesync.extension.coupon.Coupon;
import org.storesync.kind.PrepareMode;

/**
 * One record of coupon {@code C-1} that a cell of the tables is tried on: plain, or in the
 * database.
 */
interface TriedRecord {

  String ID = "C-1";
  String LOCAL_ID = "L-1";
  int MAX_FAILED_ATTEMPTS = 3;

  /** Preparing finds the coupon. */
  void found(PrepareMode mode, Coupon coupon);

  /** Preparing finds it and can't read it. */
  void unreadable(PrepareMode mode);

  /** A worker begins to process it. */
  void claimed();

  /** The worker that began ends it like this. */
  void finished(ProcessOutcome outcome);

  /** The worker that began was cut off. */
  void cutOff();

  /** A person does this to it. */
  CommandResult does(RecordCommand command);

  /** How it stands now. */
  Look look();

  /**
   * What can be seen of a record.
   *
   * @param there whether there is one
   * @param text of the stored coupon; null if none is stored
   */
  record Look(
      boolean there,
      SyncStatus status,
      int attempts,
      String localId,
      String text,
      SyncOperation operation,
      String message,
      boolean changedSinceSkipped,
      boolean waitsForNextTry) {

    static final Look GONE = new Look(false, null, 0, null, null, null, null, false, false);
  }

  /** Claims and finishes at once. */
  default void processed(ProcessOutcome outcome) {
    claimed();
    finished(outcome);
  }
}
