package org.storesync.history;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.storesync.record.AttemptRow;
import org.storesync.record.SyncOperation;
import org.storesync.record.SyncRecordRow;
import org.storesync.record.SyncStatus;

/**
 * A synchronization record with its log of attempts, as programs see it. What is not there is null.
 *
 * @param attempts failed ones since the last success
 * @param attemptLog the last {@value #MOST_ATTEMPTS}, newest first
 */
@Schema(requiredProperties = {"store", "entity", "status", "description", "attemptLog"})
public record SyncRecordDetails(
    long id,
    String store,
    String entity,
    String externalId,
    String localId,
    SyncStatus status,
    String description,
    String lastMessage,
    SyncOperation lastOperation,
    int attempts,
    Instant lastAttempt,
    Instant externallyModified,
    Instant locallyModified,
    List<Attempt> attemptLog) {

  static final int MOST_ATTEMPTS = 100;

  /** One attempt to process it. */
  @Schema(
      name = "Attempt",
      requiredProperties = {"started", "status", "operation", "node"})
  public record Attempt(
      Instant started,
      long durationMillis,
      Long run,
      String node,
      SyncStatus status,
      SyncOperation operation,
      String message,
      String errorClass) {

    private static Attempt of(AttemptRow row) {
      return new Attempt(
          row.startedAt(),
          row.durationMillis(),
          row.runId(),
          row.node(),
          row.status(),
          row.operation(),
          row.message(),
          row.errorClass());
    }
  }

  static SyncRecordDetails of(SyncRecordRow row, List<AttemptRow> attempts) {
    SyncRecordAnswer answer = SyncRecordAnswer.of(row);
    return new SyncRecordDetails(
        answer.id(),
        answer.store(),
        answer.entity(),
        answer.externalId(),
        answer.localId(),
        answer.status(),
        answer.description(),
        answer.lastMessage(),
        answer.lastOperation(),
        answer.attempts(),
        answer.lastAttempt(),
        answer.externallyModified(),
        answer.locallyModified(),
        attempts.stream().map(Attempt::of).toList());
  }
}
