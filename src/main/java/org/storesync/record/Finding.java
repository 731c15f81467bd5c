package org.storesync.record;

/** What preparing did with one document. */
public enum Finding {
  /** The record is ready to process with this content. */
  PREPARED,
  /** Nothing was written, or nothing that matters for processing. */
  UNCHANGED,
  /** A filter or rule keeps it out. */
  FILTERED,
  /** It can't be read. */
  INVALID
}
