package org.storesync.record;

import java.time.Instant;
import java.util.Optional;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Side;

/**
 * A record that one worker holds, as it was when claimed.
 *
 * @param nextAttemptAt before this no run that nobody waits for tries it again
 * @param contentVersion which content this is
 * @param document the stored payload as JSON; absent if it was purged or dropped
 */
public record ClaimedRecord(
    long id,
    long storeEntityId,
    Optional<DocumentId> externalId,
    Optional<DocumentId> localId,
    SyncStatus status,
    Optional<Instant> nextAttemptAt,
    int contentVersion,
    Optional<String> document) {

  /** The id on this side. */
  public Optional<DocumentId> idOn(Side side) {
    return side == Side.MARKETPLACE ? externalId : localId;
  }
}
