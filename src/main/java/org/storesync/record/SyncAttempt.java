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

/** One line of a record's log: what an attempt did, when, where and in which run. */
@Entity
@Table(name = "sync_attempt")
public class SyncAttempt {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sync_attempt_seq")
  @SequenceGenerator(
      name = "sync_attempt_seq",
      sequenceName = "sync_attempt_seq",
      allocationSize = 500)
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
}
