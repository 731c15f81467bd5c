package org.storesync.record;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
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

  /** What is read of records, {@code r}; not more, since many are read. */
  static final String COLUMNS =
      "r.id, r.storeEntityId, r.externalId, r.localId, r.status, r.nextAttemptAt,"
          + " r.contentVersion, r.contentHash";

  /**
   * From a row of {@link #COLUMNS}.
   *
   * @param stored the payload that is stored for the record of a number; null if there is none
   */
  static ClaimedRecord of(Object[] row, LongFunction<String> stored) {
    // A payload whose content was dropped belongs to another document.
    boolean dropped = row[7] == null;
    return new ClaimedRecord(
        (Long) row[0],
        (Long) row[1],
        Optional.ofNullable((String) row[2]).map(DocumentId::new),
        Optional.ofNullable((String) row[3]).map(DocumentId::new),
        (SyncStatus) row[4],
        Optional.ofNullable((Instant) row[5]),
        (Integer) row[6],
        dropped ? Optional.empty() : Optional.ofNullable(stored.apply((Long) row[0])));
  }

  /** A record with the content that it has just been given. */
  static ClaimedRecord of(SyncRecord record, String document) {
    return new ClaimedRecord(
        record.id(),
        record.storeEntityId(),
        record.externalId(),
        record.localId(),
        record.status(),
        record.nextAttemptAt(),
        record.contentVersion(),
        Optional.of(document));
  }

  /** The id on this side. */
  public Optional<DocumentId> idOn(Side side) {
    return side == Side.MARKETPLACE ? externalId : localId;
  }
}
