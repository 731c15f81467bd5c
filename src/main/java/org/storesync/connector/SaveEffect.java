package org.storesync.connector;

/** What writing a document did at the destination. */
public enum SaveEffect {
  INSERTED,
  UPDATED,
  DELETED,
  /** The destination already says the same: nothing was written. */
  NOT_NEEDED
}
