package org.storesync.history;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.storesync.record.SyncOperation;
import org.storesync.record.SyncRecordRow;
import org.storesync.record.SyncStatus;

/**
 * A synchronization record as programs see it. What is not there is null.
 *
 * @param entity its code
 * @param attempts failed ones since the last success
 */
@Schema(requiredProperties = {"store", "entity", "status", "description"})
public record SyncRecordAnswer(
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
    Instant locallyModified) {

  static SyncRecordAnswer of(SyncRecordRow row) {
    return new SyncRecordAnswer(
        row.id(),
        row.storeName(),
        row.kind(),
        row.externalId(),
        row.localId(),
        row.status(),
        row.description(),
        row.lastMessage(),
        row.lastOperation(),
        row.attempts(),
        row.lastAttempt(),
        row.externallyModified(),
        row.locallyModified());
  }
}
