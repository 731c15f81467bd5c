package org.storesync.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** Failed sign-ins in a row of one source: a name, an address, or a known browser. */
@Entity
@Table(name = "sign_in_failures")
class SignInFailures {

  /** After so long without a failure the count begins anew. */
  static final Duration REMEMBERED = Duration.ofDays(1);

  @Id private String fingerprint;

  private int failures;

  @Column(name = "waits_until")
  private Instant waitsUntil;

  @Column(name = "last_failed_at")
  private Instant lastFailedAt;

  protected SignInFailures() {}

  SignInFailures(String fingerprint, Instant now) {
    this.fingerprint = fingerprint;
    this.waitsUntil = now;
    this.lastFailedAt = now;
  }

  /** How long the next try has to wait; zero if not at all. */
  Duration waitAt(Instant now) {
    return waitsUntil.isAfter(now) ? Duration.between(now, waitsUntil) : Duration.ZERO;
  }

  /**
   * @param free so many failures cost no time
   */
  void failed(int free, Instant now) {
    if (lastFailedAt.plus(REMEMBERED).isBefore(now)) {
      failures = 0;
    }
    failures++;
    lastFailedAt = now;
    waitsUntil = now.plus(SignInDelay.after(failures - free));
  }
}
