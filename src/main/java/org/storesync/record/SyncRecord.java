package org.storesync.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Money;
import org.storesync.connector.Side;
import org.storesync.kind.DocumentSummary;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.Verdict;
import org.storesync.platform.database.RowArrays;

/**
 * One pair of documents of a store entity: an item of the queue and the permanent history of that
 * pair at once.
 *
 * <p>It is born when preparing finds a document, and then waits as <em>Prepared</em> until
 * processing has written the document to the other side, which makes it <em>Processed</em>; a
 * changed document makes it Prepared again. A failure leaves it <em>Failed</em>, to be tried again,
 * until it has failed as often as its entity allows: then it is <em>Aborted</em> and waits for a
 * person. Its state changes only by the deeds of this class (domain sections 4 and 5).
 *
 * <p>While a worker processes it, it is claimed: a lease beside the status, which runs out by
 * itself when the worker dies.
 */
@Entity
@Table(name = "sync_record")
public class SyncRecord {

  static final int NUMBERS_AT_ONCE = 500;

  /** What {@link #row} answers: all that is stored of a record but its version. */
  static final List<RowArrays.Column> COLUMNS =
      RowArrays.columns(
          "bigint id, bigint store_entity_id, text external_id, text local_id,"
              + " text unique_local_id, text status, text description, text content_hash,"
              + " int content_version, timestamptz external_modified, timestamptz local_modified,"
              + " timestamptz external_created, timestamptz local_created, timestamptz due_by,"
              + " numeric amount, text currency, int attempts, timestamptz next_attempt_at,"
              + " text last_operation, text last_message, timestamptz last_attempt_at,"
              + " timestamptz last_synchronized_at, boolean changed_since_skipped,"
              + " timestamptz created_at, timestamptz changed_at");

  private static final int MAX_DESCRIPTION = 300;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sync_record_seq")
  @SequenceGenerator(
      name = "sync_record_seq",
      sequenceName = "sync_record_seq",
      allocationSize = NUMBERS_AT_ONCE)
  private Long id;

  @Column(name = "store_entity_id")
  private long storeEntityId;

  @Column(name = "external_id")
  private String externalId;

  @Column(name = "local_id")
  private String localId;

  @Column(name = "unique_local_id")
  private String uniqueLocalId;

  @Enumerated(EnumType.STRING)
  private SyncStatus status;

  private String description = "";

  @Column(name = "content_hash")
  private String contentHash;

  @Column(name = "content_version")
  private int contentVersion;

  @Column(name = "external_modified")
  private Instant externalModified;

  @Column(name = "local_modified")
  private Instant localModified;

  @Column(name = "external_created")
  private Instant externalCreated;

  @Column(name = "local_created")
  private Instant localCreated;

  @Column(name = "due_by")
  private Instant dueBy;

  private BigDecimal amount;

  private String currency;

  private int attempts;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "last_operation")
  private SyncOperation lastOperation;

  @Column(name = "last_message")
  private String lastMessage;

  @Column(name = "last_attempt_at")
  private Instant lastAttemptAt;

  @Column(name = "last_synchronized_at")
  private Instant lastSynchronizedAt;

  @Column(name = "changed_since_skipped")
  private boolean changedSinceSkipped;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version private int version;

  protected SyncRecord() {}

  /**
   * A record for a document that is not there yet; {@link #found} or {@link #unreadable} gives it
   * its status.
   *
   * @param source the side that the document was found on
   */
  SyncRecord(long storeEntityId, Side source, DocumentId sourceId, Instant now) {
    this.storeEntityId = storeEntityId;
    if (source == Side.MARKETPLACE) {
      this.externalId = sourceId.value();
    } else {
      this.localId = sourceId.value();
      this.uniqueLocalId = sourceId.value();
    }
    this.createdAt = now;
    this.changedAt = now;
  }

  /**
   * A record as its row stands, which nobody but {@link PostgresqlRecordRows} writes back.
   *
   * @param row a value or null for each of {@link #COLUMNS}
   */
  SyncRecord(Object[] row) {
    this.id = (Long) row[0];
    this.storeEntityId = (Long) row[1];
    this.externalId = (String) row[2];
    this.localId = (String) row[3];
    this.uniqueLocalId = (String) row[4];
    this.status = SyncStatus.valueOf((String) row[5]);
    this.description = (String) row[6];
    this.contentHash = (String) row[7];
    this.contentVersion = (Integer) row[8];
    this.externalModified = (Instant) row[9];
    this.localModified = (Instant) row[10];
    this.externalCreated = (Instant) row[11];
    this.localCreated = (Instant) row[12];
    this.dueBy = (Instant) row[13];
    this.amount = (BigDecimal) row[14];
    this.currency = (String) row[15];
    this.attempts = (Integer) row[16];
    this.nextAttemptAt = (Instant) row[17];
    this.lastOperation = row[18] == null ? null : SyncOperation.valueOf((String) row[18]);
    this.lastMessage = (String) row[19];
    this.lastAttemptAt = (Instant) row[20];
    this.lastSynchronizedAt = (Instant) row[21];
    this.changedSinceSkipped = (Boolean) row[22];
    this.createdAt = (Instant) row[23];
    this.changedAt = (Instant) row[24];
  }

  public Long id() {
    return id;
  }

  public long storeEntityId() {
    return storeEntityId;
  }

  public Optional<DocumentId> externalId() {
    return Optional.ofNullable(externalId).map(DocumentId::new);
  }

  public Optional<DocumentId> localId() {
    return Optional.ofNullable(localId).map(DocumentId::new);
  }

  /** The id on this side. */
  public Optional<DocumentId> idOn(Side side) {
    return side == Side.MARKETPLACE ? externalId() : localId();
  }

  public SyncStatus status() {
    return status;
  }

  public int contentVersion() {
    return contentVersion;
  }

  public Optional<String> contentHash() {
    return Optional.ofNullable(contentHash);
  }

  public int attempts() {
    return attempts;
  }

  public Optional<Instant> nextAttemptAt() {
    return Optional.ofNullable(nextAttemptAt);
  }

  /** When anything of it changed last. */
  Instant changedAt() {
    return changedAt;
  }

  public Optional<Instant> lastAttemptAt() {
    return Optional.ofNullable(lastAttemptAt);
  }

  public Optional<SyncOperation> lastOperation() {
    return Optional.ofNullable(lastOperation);
  }

  public Optional<String> lastMessage() {
    return Optional.ofNullable(lastMessage);
  }

  public Optional<Instant> lastSynchronizedAt() {
    return Optional.ofNullable(lastSynchronizedAt);
  }

  public boolean changedSinceSkipped() {
    return changedSinceSkipped;
  }

  // --- what preparing does (domain section 4) ---

  /**
   * Preparing found the document, new or again.
   *
   * @param verdict what the rules of its kind and the filters say of it
   * @param source the side that it was found on
   */
  Finding found(FoundDocument found, Verdict verdict, PrepareMode mode, Side source, Instant now) {
    SeenRecord seen = seen(source);
    boolean changed = seen.isChange(found::hash, found.modified());
    if (status == SyncStatus.SKIPPED) {
      return noteChangeWhileSkipped(changed, now);
    }
    if (!seen.preparesAgain(mode, changed)) {
      return Finding.UNCHANGED;
    }
    if (isOlder(found, source)) {
      return foundOlder(source, now);
    }
    boolean sameContent = found.hash().equals(contentHash);
    take(found, source);
    return verdict.isFiltered()
        ? filtered(verdict.filteredBecause().orElseThrow(), now)
        : prepared(sameContent, source, now);
  }

  /** What a later preparation looks at. */
  SeenRecord seen(Side source) {
    return new SeenRecord(
        status,
        modifiedOn(source),
        contentHash,
        lastMessage,
        changedSinceSkipped,
        idOn(source.other()).isPresent());
  }

  /** What is stored is newer: neither the older content nor what the rules say of it counts. */
  private Finding foundOlder(Side source, Instant now) {
    boolean stays =
        status == SyncStatus.PREPARED
            || status == SyncStatus.FILTERED
            || status == SyncStatus.INVALID;
    return stays ? Finding.UNCHANGED : prepared(true, source, now);
  }

  private boolean isOlder(FoundDocument found, Side source) {
    Instant known = modifiedOn(source);
    return known != null && found.modified().filter(known::isAfter).isPresent();
  }

  private Finding noteChangeWhileSkipped(boolean changed, Instant now) {
    if (changed && !changedSinceSkipped) {
      changedSinceSkipped = true;
      changedAt = now;
    }
    return Finding.UNCHANGED;
  }

  private void take(FoundDocument found, Side source) {
    if (!found.hash().equals(contentHash)) {
      contentHash = found.hash();
      contentVersion++;
    }
    if (source == Side.MARKETPLACE) {
      externalModified = found.modified().orElse(externalModified);
    } else {
      localModified = found.modified().orElse(localModified);
    }
    show(found.summary(), source);
  }

  private void show(DocumentSummary summary, Side source) {
    description =
        summary.description().length() > MAX_DESCRIPTION
            ? summary.description().substring(0, MAX_DESCRIPTION)
            : summary.description();
    if (source == Side.MARKETPLACE) {
      externalCreated = summary.created().orElse(externalCreated);
    } else {
      localCreated = summary.created().orElse(localCreated);
    }
    dueBy = summary.dueBy().orElse(null);
    amount = summary.amount().map(Money::amount).orElse(null);
    currency = summary.amount().map(Money::currency).orElse(null);
  }

  private Finding filtered(String because, Instant now) {
    if (status == SyncStatus.FILTERED && because.equals(lastMessage)) {
      return Finding.FILTERED;
    }
    moveTo(SyncStatus.FILTERED, SyncOperation.FILTERED, because, now);
    return Finding.FILTERED;
  }

  private Finding prepared(boolean sameContent, Side source, Instant now) {
    if (status == SyncStatus.PREPARED) {
      if (sameContent) {
        return Finding.UNCHANGED;
      }
      changedAt = now;
      return Finding.PREPARED;
    }
    moveTo(SyncStatus.PREPARED, SyncOperation.modified(source), null, now);
    attempts = 0;
    changedSinceSkipped = false;
    return Finding.PREPARED;
  }

  /** Preparing found the document but can't read it. */
  Finding unreadable(String reason, PrepareMode mode, Instant now) {
    boolean leftAlone =
        status == SyncStatus.SKIPPED
            || (status == SyncStatus.PROCESSED && mode == PrepareMode.INCREMENTAL_BY_DATE);
    if (leftAlone) {
      return Finding.UNCHANGED;
    }
    moveTo(SyncStatus.INVALID, SyncOperation.SYNC_FAILED, reason, now);
    return Finding.INVALID;
  }

  /**
   * A deleted record's pair was kept: the new record knows its other document.
   *
   * @param side where the other document is
   */
  void remembers(DocumentId otherId, Side side, boolean uniqueLocalId) {
    if (side == Side.BACK_OFFICE) {
      setLocalId(otherId, uniqueLocalId);
    } else {
      externalId = otherId.value();
    }
  }

  /** The document was read again from its source, whatever the status: its content is news. */
  void refresh(FoundDocument found, Side source, Instant now) {
    take(found, source);
    changedAt = now;
  }

  // --- what processing does (domain section 5) ---

  /**
   * Processing ended for this record.
   *
   * @param processedVersion the content that was processed; if there is a newer one, a success
   *     leaves the record Prepared with its ids
   * @param target the side that was written to
   */
  void finished(
      ProcessOutcome outcome,
      int processedVersion,
      Side target,
      boolean uniqueLocalId,
      int maxFailedAttempts,
      Instant now) {
    lastAttemptAt = now;
    if (outcome instanceof ProcessOutcome.Synchronized done) {
      synchronizedWith(done, processedVersion, target, uniqueLocalId, now);
    } else if (contentVersion != processedVersion) {
      // What was tried is not what is waiting now: the newer content has had no attempt yet.
      moveTo(SyncStatus.PREPARED, outcome.operation(), outcome.message(), now);
      attempts = 0;
    } else if (outcome instanceof ProcessOutcome.Failure failure) {
      failed(failure, maxFailedAttempts, now);
    } else if (outcome instanceof ProcessOutcome.Waiting waiting) {
      countAnew();
      moveTo(SyncStatus.FAILED, waiting.operation(), waiting.message(), now);
      nextAttemptAt = now.plus(RetryPolicy.delayAfter(1));
    } else if (outcome instanceof ProcessOutcome.Gone gone) {
      moveTo(SyncStatus.DELETED, gone.operation(), gone.message(), now);
    } else if (outcome instanceof ProcessOutcome.FilteredOut filtered) {
      moveTo(SyncStatus.FILTERED, filtered.operation(), filtered.message(), now);
    }
  }

  private void synchronizedWith(
      ProcessOutcome.Synchronized done,
      int processedVersion,
      Side target,
      boolean uniqueLocalId,
      Instant now) {
    if (target == Side.BACK_OFFICE) {
      setLocalId(done.targetId(), uniqueLocalId);
      localModified = now;
      if (done.operation() == SyncOperation.INSERTED_LOCALLY) {
        localCreated = now;
      }
    } else {
      externalId = done.targetId().value();
    }
    lastSynchronizedAt = now;
    boolean newest = contentVersion == processedVersion;
    moveTo(newest ? SyncStatus.PROCESSED : SyncStatus.PREPARED, done.operation(), null, now);
    attempts = 0;
    changedSinceSkipped = false;
  }

  /** A forced Sync takes a record back into the queue: what it had failed before is over. */
  private void countAnew() {
    if (!status.inQueue()) {
      attempts = 0;
    }
  }

  private void failed(ProcessOutcome.Failure failure, int maxFailedAttempts, Instant now) {
    countAnew();
    attempts++;
    boolean giveUp = attempts >= maxFailedAttempts;
    moveTo(
        giveUp ? SyncStatus.ABORTED : SyncStatus.FAILED,
        failure.operation(),
        failure.message(),
        now);
    if (!giveUp) {
      nextAttemptAt = now.plus(RetryPolicy.delayAfter(attempts));
    }
  }

  // --- what a person does (domain sections 3 and 7) ---

  void skip(Instant now) {
    moveTo(SyncStatus.SKIPPED, SyncOperation.SKIPPED, lastMessage, now);
    changedSinceSkipped = false;
  }

  /** Whether Set as Processed is allowed: both documents must be known. */
  boolean hasBothIds() {
    return externalId != null && localId != null;
  }

  /**
   * Counts as processed without sending anything.
   *
   * @throws IllegalStateException if an id is missing
   */
  void setAsProcessed(Instant now) {
    if (!hasBothIds()) {
      throw new IllegalStateException("Record " + id + " has only one id");
    }
    moveTo(SyncStatus.PROCESSED, SyncOperation.MANUALLY_SYNCHRONIZED, null, now);
    lastSynchronizedAt = now;
    attempts = 0;
    changedSinceSkipped = false;
  }

  void setAsPrepared(Instant now) {
    moveTo(SyncStatus.PREPARED, SyncOperation.FORCED_TO_RESYNC, null, now);
    attempts = 0;
    changedSinceSkipped = false;
  }

  /** A person links other documents by hand. Another external id makes the payload worthless. */
  void link(DocumentId newExternalId, DocumentId newLocalId, boolean uniqueLocalId, Instant now) {
    if (!newExternalId.value().equals(externalId)) {
      contentHash = null;
      contentVersion++;
      externalModified = null;
    }
    externalId = newExternalId.value();
    setLocalId(newLocalId, uniqueLocalId);
    changedAt = now;
  }

  private void setLocalId(DocumentId newLocalId, boolean unique) {
    localId = newLocalId.value();
    uniqueLocalId = unique ? newLocalId.value() : null;
  }

  private Instant modifiedOn(Side side) {
    return side == Side.MARKETPLACE ? externalModified : localModified;
  }

  private void moveTo(SyncStatus next, SyncOperation operation, String message, Instant now) {
    status = next;
    lastOperation = operation;
    lastMessage = message == null || message.isEmpty() ? null : message;
    nextAttemptAt = null;
    changedAt = now;
  }

  /** For those who store it without an entity manager. */
  void giveId(long number) {
    id = number;
  }

  /** What is stored of it, in the order of {@link #COLUMNS}. */
  Object[] row() {
    return new Object[] {
      id,
      storeEntityId,
      externalId,
      localId,
      uniqueLocalId,
      status,
      description,
      contentHash,
      contentVersion,
      externalModified,
      localModified,
      externalCreated,
      localCreated,
      dueBy,
      amount,
      currency,
      attempts,
      nextAttemptAt,
      lastOperation,
      lastMessage,
      lastAttemptAt,
      lastSynchronizedAt,
      changedSinceSkipped,
      createdAt,
      changedAt
    };
  }

  @Override
  public String toString() {
    return "SyncRecord[" + id + ", " + externalId + ", " + status + "]";
  }
}
