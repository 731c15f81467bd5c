package org.storesync.record;

import java.io.Serializable;
import java.time.Instant;
import org.storesync.platform.text.LinkedText;

/** One line of a record's log of attempts. What is not there is null. */
public record AttemptRow(
    long id,
    Instant startedAt,
    long durationMillis,
    Long runId,
    String node,
    SyncStatus status,
    SyncOperation operation,
    String message,
    String errorClass)
    implements Serializable {

  /** The message in plain words. */
  @Override
  public String message() {
    return message == null ? null : LinkedText.plain(message);
  }
}
