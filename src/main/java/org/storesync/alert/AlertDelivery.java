package org.storesync.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A letter on its way: written together with the fact that its alerts are told, sent afterwards.
 */
@Entity
@Table(name = "alert_delivery")
public class AlertDelivery {

  /** Longer than one try can take: until then nobody else tries. */
  static final Duration ONE_TRY = Duration.ofMinutes(5);

  /** After this time it is of no use any more. */
  static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int DOUBLED_AT_MOST = 6;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "alert_delivery_seq")
  @SequenceGenerator(
      name = "alert_delivery_seq",
      sequenceName = "alert_delivery_seq",
      allocationSize = 50)
  private Long id;

  private String channel;
  private String recipient;
  private String subject;
  private String body;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "next_try_at")
  private Instant nextTryAt;

  private int tries;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "given_up_at")
  private Instant givenUpAt;

  @Column(name = "last_problem")
  private String lastProblem;

  @Version private int version;

  protected AlertDelivery() {}

  AlertDelivery(String channel, Letter letter, Instant now) {
    this.channel = channel;
    this.recipient = letter.recipient().orElse(null);
    this.subject = letter.subject();
    this.body = letter.body();
    this.createdAt = now;
    this.nextTryAt = now;
  }

  boolean isDue(Instant now) {
    return nextTryAt != null && !nextTryAt.isAfter(now);
  }

  void beginTry(Instant now) {
    tries++;
    nextTryAt = now.plus(ONE_TRY);
  }

  void sent(Instant now) {
    sentAt = now;
    nextTryAt = null;
    lastProblem = null;
  }

  void failed(String problem, Instant now) {
    lastProblem = problem;
    if (now.isBefore(createdAt.plus(GIVEN_UP_AFTER))) {
      nextTryAt = now.plus(pauseAfter(tries));
    } else {
      givenUpAt = now;
      nextTryAt = null;
    }
  }

  /** 1, 2, 4 … 32, then 60 minutes. */
  static Duration pauseAfter(int tries) {
    Duration pause = Duration.ofMinutes(1L << Math.min(tries - 1, DOUBLED_AT_MOST));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  Long id() {
    return id;
  }

  String channel() {
    return channel;
  }

  Letter letter() {
    return new Letter(Optional.ofNullable(recipient), subject, body);
  }

  DeliveryRow row() {
    return new DeliveryRow(
        id, channel, recipient, createdAt, tries, nextTryAt, sentAt, givenUpAt, lastProblem);
  }
}
