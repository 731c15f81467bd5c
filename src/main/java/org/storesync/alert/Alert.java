package org.storesync.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that is or was wrong. It opens when a reason finds it, may be acknowledged or snoozed,
 * and ends by itself when the reason finds it no more.
 */
@Entity
@Table(name = "alert")
public class Alert {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "alert_seq")
  @SequenceGenerator(name = "alert_seq", sequenceName = "alert_seq", allocationSize = 50)
  private Long id;

  private String reason;
  private String subject;

  @Column(name = "open_key")
  private String openKey;

  @Column(name = "store_id")
  private Long storeId;

  private Instant since;
  private long affected;
  private String details;
  private String address;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "acknowledged_by")
  private String acknowledgedBy;

  @Column(name = "acknowledged_at")
  private Instant acknowledgedAt;

  @Column(name = "snoozed_by")
  private String snoozedBy;

  @Column(name = "snoozed_until")
  private Instant snoozedUntil;

  @Column(name = "reported_at")
  private Instant reportedAt;

  @Column(name = "reported_affected")
  private long reportedAffected;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "end_reported_at")
  private Instant endReportedAt;

  @Version private int version;

  protected Alert() {}

  /**
   * @param details of the concern, as JSON
   */
  Alert(String reason, Concern concern, String details, Instant now) {
    this.reason = reason;
    this.subject = concern.subject();
    this.openKey = reason + " " + subject;
    this.storeId = concern.storeId();
    this.since = concern.since();
    this.openedAt = now;
    take(concern, details);
  }

  private void take(Concern concern, String newDetails) {
    affected = concern.affected();
    details = newDetails;
    address = concern.address();
  }

  /**
   * It is still wrong.
   *
   * @param growthIsNews whether more of it must be told, also to those who know of it
   */
  void goOn(Concern concern, String newDetails, boolean growthIsNews) {
    if (growthIsNews && concern.affected() > Math.max(affected, reportedAffected)) {
      acknowledgedBy = null;
      acknowledgedAt = null;
      reportedAt = null;
    }
    take(concern, newDetails);
  }

  /** It is wrong no more. */
  void end(Instant now) {
    endedAt = now;
    openKey = null;
  }

  void acknowledge(String by, Instant now) {
    acknowledgedBy = by;
    acknowledgedAt = now;
    snoozedBy = null;
    snoozedUntil = null;
  }

  void snooze(String by, Instant until) {
    snoozedBy = by;
    snoozedUntil = until;
    acknowledgedBy = null;
    acknowledgedAt = null;
  }

  /** A letter tells how it stands. */
  void reported(Instant now) {
    if (endedAt == null) {
      reportedAt = now;
      reportedAffected = affected;
    } else {
      endReportedAt = now;
    }
  }

  /** Whether it is to stand in the next letter as something that is wrong. */
  boolean isNews(Instant now) {
    return state(now) == AlertState.OPEN
        && (reportedAt == null || (snoozedUntil != null && reportedAt.isBefore(snoozedUntil)));
  }

  /** Whether it is to stand there as something that is over: who was told hears that too. */
  boolean isEndNews() {
    return endedAt != null && reportedAt != null && endReportedAt == null;
  }

  AlertState state(Instant now) {
    if (endedAt != null) {
      return AlertState.ENDED;
    }
    if (acknowledgedAt != null) {
      return AlertState.ACKNOWLEDGED;
    }
    return snoozedUntil != null && snoozedUntil.isAfter(now) ? AlertState.SNOOZED : AlertState.OPEN;
  }

  Long id() {
    return id;
  }

  String subject() {
    return subject;
  }

  String reason() {
    return reason;
  }

  Optional<Long> storeId() {
    return Optional.ofNullable(storeId);
  }

  String details() {
    return details;
  }

  AlertRow row(List<String> spoken, Instant now) {
    AlertState state = state(now);
    return new AlertRow(
        id,
        reason,
        state,
        storeId,
        since,
        affected,
        spoken,
        address,
        openedAt,
        state == AlertState.SNOOZED ? snoozedBy : acknowledgedBy,
        state == AlertState.SNOOZED ? snoozedUntil : null,
        endedAt);
  }
}
