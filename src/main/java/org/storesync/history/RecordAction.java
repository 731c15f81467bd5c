package org.storesync.history;

/** What programs can do with records. */
public enum RecordAction {
  SKIP,
  SET_PROCESSED,
  SET_PREPARED,
  /** Processes whatever the status; the source side's data wins. */
  SYNC,
  DELETE
}
