package org.storesync.record;

/** What a person can do with records besides processing them (domain sections 3 and 7). */
public enum RecordCommand {
  SKIP,
  SET_AS_PROCESSED,
  SET_AS_PREPARED,
  DELETE
}
