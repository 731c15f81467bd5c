package org.storesync.platform.quota;

import java.time.Duration;

/** No call can be made for longer than a thread may wait. Nothing was taken. */
public final class QuotaUsedUp extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final Duration delay;

  private QuotaUsedUp(String message, Duration delay) {
    super(message);
    this.delay = delay;
  }

  static QuotaUsedUp empty(Quota quota, Duration delay) {
    return new QuotaUsedUp(
        "The quota of %s is used up for %d more seconds."
            .formatted(quota.operation(), seconds(delay)),
        delay);
  }

  static QuotaUsedUp personFirst(Quota quota, Duration delay) {
    return new QuotaUsedUp(
        "The next call of %s is kept for a person’s request, in %d seconds."
            .formatted(quota.operation(), seconds(delay)),
        delay);
  }

  private static long seconds(Duration delay) {
    return Math.max(1, delay.toSeconds());
  }

  /** When to come again, from now. */
  public Duration delay() {
    return delay;
  }
}
