package org.storesync.record;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.storesync.kind.DocumentPair;
import org.storesync.platform.text.LinkedText;

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

  /** The last message in plain words. */
  @Override
  public String lastMessage() {
    return lastMessage == null ? null : LinkedText.plain(lastMessage);
  }

  /** The last message with its links. */
  public List<LinkedText.Part> messageParts() {
    return lastMessage == null ? List.of() : LinkedText.parts(lastMessage);
  }

  /** Where a person can put right what the last message says. */
  public List<LinkedText.Part> messageLinks() {
    return lastMessage == null ? List.of() : LinkedText.links(lastMessage);
  }

  /** Its two documents. */
  public DocumentPair pair() {
    return new DocumentPair(storeId, kind, externalId, localId);
  }
}
