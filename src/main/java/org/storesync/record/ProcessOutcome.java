package org.storesync.record;

import org.storesync.connector.DocumentId;

/** How processing one record ended, for its record and its log. */
public sealed interface ProcessOutcome {

  /** What is written as last operation. */
  SyncOperation operation();

  /** What people read; empty if there is nothing to say. */
  String message();

  /**
   * Written, or found to be right already.
   *
   * @param targetId the id of the document on the destination side
   */
  record Synchronized(DocumentId targetId, SyncOperation operation) implements ProcessOutcome {
    @Override
    public String message() {
      return "";
    }
  }

  /**
   * An attempt failed and counts.
   *
   * @param errorClass name of the type of the error, for the log
   */
  record Failure(SyncOperation operation, String message, String errorClass)
      implements ProcessOutcome {}

  /** It waits for something: a prerequisite, or a system that is busy. Attempts stay. */
  record Waiting(String message) implements ProcessOutcome {
    @Override
    public SyncOperation operation() {
      return SyncOperation.SYNC_FAILED;
    }
  }

  /** Its source document is gone. */
  record Gone(String message) implements ProcessOutcome {
    @Override
    public SyncOperation operation() {
      return SyncOperation.NOT_FOUND;
    }
  }

  /** A filter or rule keeps it out. */
  record FilteredOut(String message) implements ProcessOutcome {
    @Override
    public SyncOperation operation() {
      return SyncOperation.FILTERED;
    }
  }
}
