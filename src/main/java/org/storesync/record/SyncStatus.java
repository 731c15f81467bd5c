package org.storesync.record;

import java.util.EnumSet;
import java.util.Set;

/** The state of a synchronization record (domain section 5). A closed set on purpose. */
public enum SyncStatus {
  /** Found and waiting to be processed. */
  PREPARED,
  /** Written to the other side. */
  PROCESSED,
  /** The last attempt failed; it will be tried again. */
  FAILED,
  /** Failed as often as the entity allows; waits for a person. */
  ABORTED,
  /** Excluded by a person. */
  SKIPPED,
  /** Kept out by a filter or a rule of its entity. */
  FILTERED,
  /** Its source document is gone. */
  DELETED,
  /** Its document can't be read. */
  INVALID;

  private static final Set<SyncStatus> IN_QUEUE = EnumSet.of(PREPARED, FAILED);

  /** Whether processing takes such records. */
  public boolean inQueue() {
    return IN_QUEUE.contains(this);
  }

  /** The statuses that processing takes: ready to process. */
  public static Set<SyncStatus> readyToProcess() {
    return EnumSet.copyOf(IN_QUEUE);
  }
}
