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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.storesync.platform.database.RowArrays;

/** One line of a record's log: what an attempt did, when, where and in which run. */
@Entity
@Table(name = "sync_attempt")
public class SyncAttempt {

  static final int NUMBERS_AT_ONCE = 500;

  /** What {@link #row} answers. */
  static final List<RowArrays.Column> COLUMNS =
      RowArrays.columns(
          "bigint id, bigint record_id, bigint run_id, text node, timestamptz started_at,"
              + " bigint duration_ms, text status, text operation, text message, text error_class");

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sync_attempt_seq")
  @SequenceGenerator(
      name = "sync_attempt_seq",
      sequenceName = "sync_attempt_seq",
      allocationSize = NUMBERS_AT_ONCE)
  private Long id;

  @Column(name = "record_id")
  private long recordId;

  @Column(name = "run_id")
  private Long runId;

  private String node;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "duration_ms")
  private long durationMillis;

  @Enumerated(EnumType.STRING)
  private SyncStatus status;

  @Enumerated(EnumType.STRING)
  private SyncOperation operation;

  private String message;

  @Column(name = "error_class")
  private String errorClass;

  protected SyncAttempt() {}

  SyncAttempt(
      SyncRecord record,
      ProcessOutcome outcome,
      Long runId,
      String node,
      Instant startedAt,
      Duration duration) {
    this.recordId = record.id();
    this.runId = runId;
    this.node = node;
    this.startedAt = startedAt;
    this.durationMillis = duration.toMillis();
    this.status = record.status();
    this.operation = outcome.operation();
    this.message = outcome.message().isEmpty() ? null : outcome.message();
    this.errorClass =
        outcome instanceof ProcessOutcome.Failure failure ? failure.errorClass() : null;
  }

  /** All that is stored of it. */
  Object[] row(long number) {
    return new Object[] {
      number,
      recordId,
      runId,
      node,
      startedAt,
      durationMillis,
      status,
      operation,
      message,
      errorClass
    };
  }
}
