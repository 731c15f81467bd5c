package org.storesync.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Side;

/**
 * How the rows of many records are found, locked and written, in the transaction of the caller.
 * There are two forms, and {@link SyncRecords} takes the one for its database; a test holds them to
 * the same rows.
 */
interface RecordRows {

  /**
   * What is known of documents.
   *
   * @param source the side that they are found on
   * @return nothing for those that have no record
   */
  Map<DocumentId, SeenRecord> seen(long storeEntityId, Side source, Collection<DocumentId> ids);

  /**
   * The numbers of the records of documents.
   *
   * @param side the side that the ids are of
   * @return nothing for those that have no record; the first of several
   */
  Map<DocumentId, Long> numbers(long storeEntityId, Side side, Collection<DocumentId> ids);

  /** These records, as far as they are there, locked in the order of their numbers. */
  List<SyncRecord> lock(Collection<Long> ids);

  /**
   * These records, as far as they are there, in no order, each with its stored payload. An outcome
   * that is recorded for one may be about newer content than it says, never about older.
   */
  List<ClaimedRecord> claimed(Collection<Long> ids);

  /** Adds new records, which get their numbers, each with its document if it has one. */
  void insert(Collection<SyncRecord> added, Map<SyncRecord, String> documents);

  /** Writes what {@link SyncRecord#finished} did to records that were locked here. */
  void finish(Collection<SyncRecord> locked);

  /** Adds lines to the log. */
  void log(Collection<SyncAttempt> attempts);
}
