package org.storesync.record;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import org.storesync.kind.DocumentPair;

/** A record as lists show it. What is not there is null, as pages want it. */
public record SyncRecordRow(
    long id,
    long storeId,
    String storeName,
    long storeEntityId,
    String kind,
    boolean active,
    String externalId,
    String localId,
    String description,
    SyncStatus status,
    String lastMessage,
    SyncOperation lastOperation,
    Instant lastAttempt,
    int attempts,
    Instant nextAttempt,
    Instant externallyModified,
    Instant locallyModified,
    Instant externallyCreated,
    Instant locallyCreated,
    Instant latestShipDate,
    BigDecimal amount,
    String currency,
    Instant lastSynchronized,
    boolean changedSinceSkipped,
    boolean inWork)
    implements Serializable {

  /** Its two documents. */
  public DocumentPair pair() {
    return new DocumentPair(storeId, kind, externalId, localId);
  }
}
