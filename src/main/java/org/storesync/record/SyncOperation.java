package org.storesync.record;

import org.storesync.connector.SaveEffect;
import org.storesync.connector.Side;

/** What was last done with a record (domain section 5, last operation values). */
public enum SyncOperation {
  INSERTED_LOCALLY,
  UPDATED_LOCALLY,
  DELETED_LOCALLY,
  INSERTED_EXTERNALLY,
  UPDATED_EXTERNALLY,
  DELETED_EXTERNALLY,
  SYNC_NOT_NEEDED,
  MODIFIED_EXTERNALLY,
  MODIFIED_LOCALLY,
  FAILED_TO_SAVE_LOCALLY,
  FAILED_TO_SAVE_EXTERNALLY,
  SYNC_FAILED,
  NOT_FOUND,
  MANUALLY_SYNCHRONIZED,
  FORCED_TO_RESYNC,
  SKIPPED,
  FILTERED,
  SETTINGS_CHANGED;

  /** A document was written on this side. */
  public static SyncOperation saved(SaveEffect effect, Side target) {
    boolean local = target == Side.BACK_OFFICE;
    return switch (effect) {
      case INSERTED -> local ? INSERTED_LOCALLY : INSERTED_EXTERNALLY;
      case UPDATED -> local ? UPDATED_LOCALLY : UPDATED_EXTERNALLY;
      case DELETED -> local ? DELETED_LOCALLY : DELETED_EXTERNALLY;
      case NOT_NEEDED -> SYNC_NOT_NEEDED;
    };
  }

  /** A document could not be written on this side. */
  public static SyncOperation failedToSave(Side target) {
    return target == Side.BACK_OFFICE ? FAILED_TO_SAVE_LOCALLY : FAILED_TO_SAVE_EXTERNALLY;
  }

  /** A document was found new or changed on this side. */
  public static SyncOperation modified(Side source) {
    return source == Side.BACK_OFFICE ? MODIFIED_LOCALLY : MODIFIED_EXTERNALLY;
  }
}
