package org.storesync.record;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.storesync.connector.Side;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.Verdict;

/**
 * As much of a record as tells whether a document that is found again is news to it. Most documents
 * of a preparation have been seen before, and their whole records need not be read for that.
 *
 * @param status null for a record that is being born
 * @param modified when its document was last changed on the source side; null if unknown
 * @param contentHash of the content that is stored; null if there is none
 * @param paired whether it has a document on the other side
 */
record SeenRecord(
    SyncStatus status,
    Instant modified,
    String contentHash,
    String lastMessage,
    boolean changedSinceSkipped,
    boolean paired) {

  /**
   * What is read of records.
   *
   * @param source the side that documents are found on
   */
  static String columns(Side source) {
    boolean marketplace = source == Side.MARKETPLACE;
    return "r.%s, r.status, r.%s, r.contentHash, r.lastMessage, r.changedSinceSkipped, r.%s"
        .formatted(
            marketplace ? "externalId" : "localId",
            marketplace ? "externalModified" : "localModified",
            marketplace ? "localId" : "externalId");
  }

  /** From a row of {@link #columns}, whose first one is the id of the document. */
  static SeenRecord of(Object[] row) {
    return new SeenRecord(
        (SyncStatus) row[1],
        (Instant) row[2],
        (String) row[3],
        (String) row[4],
        (Boolean) row[5],
        row[6] != null);
  }

  /**
   * What {@link SyncRecord#found} would answer if it left everything as it is; absent if it would
   * write something.
   *
   * @param hash asked only where the time of modification does not decide
   */
  Optional<Finding> findingWithoutTrace(
      Supplier<String> hash, Optional<Instant> found, Verdict verdict, PrepareMode mode) {
    boolean changed = isChange(hash, found);
    if (status == SyncStatus.SKIPPED) {
      return changed && !changedSinceSkipped ? Optional.empty() : Optional.of(Finding.UNCHANGED);
    }
    if (!preparesAgain(mode, changed)) {
      return Optional.of(Finding.UNCHANGED);
    }
    boolean same =
        (found.isEmpty() || found.get().equals(modified)) && hash.get().equals(contentHash);
    if (same && status == SyncStatus.PREPARED && !verdict.isFiltered()) {
      return Optional.of(Finding.UNCHANGED);
    }
    boolean filteredAsBefore =
        status == SyncStatus.FILTERED
            && verdict.filteredBecause().filter(because -> because.equals(lastMessage)).isPresent();
    return same && filteredAsBefore ? Optional.of(Finding.FILTERED) : Optional.empty();
  }

  /**
   * Whether a document counts as changed: newer, or of other content where no time is told.
   *
   * @param found when the document was changed, as far as it tells
   */
  boolean isChange(Supplier<String> hash, Optional<Instant> found) {
    if (found.isEmpty() || modified == null) {
      return !hash.get().equals(contentHash);
    }
    return found.get().isAfter(modified);
  }

  /** Whether the table of domain section 4 lets a document that is found again be prepared. */
  boolean preparesAgain(PrepareMode mode, boolean changed) {
    if (status == null) {
      return true;
    }
    return switch (status) {
      case PREPARED, FILTERED, INVALID, DELETED -> true;
      case FAILED, ABORTED -> mode != PrepareMode.INCREMENTAL || changed;
      case PROCESSED -> mode == PrepareMode.FULL || (mode == PrepareMode.INCREMENTAL && changed);
      case SKIPPED -> false;
    };
  }
}
