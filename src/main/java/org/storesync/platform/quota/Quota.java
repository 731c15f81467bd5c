package org.storesync.platform.quota;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/**
 * What a system allows one account to do: calls of one operation come out of a bucket that holds
 * {@code burst} of them and is filled again at a steady rate.
 *
 * @param account whose bucket it is; never a secret
 * @param operation the system's name for the operation
 * @param perSecond calls per second as published, more than 0
 * @param burst calls at once when none was made for long, at least 1
 */
public record Quota(String account, String operation, double perSecond, int burst) {

  private static final double NANOS_PER_SECOND = 1e9;

  public Quota {
    if (perSecond <= 0 || burst < 1) {
      throw new IllegalArgumentException("A quota allows something: " + operation);
    }
  }

  /** The limit as published. */
  Bandwidth published() {
    return limit(perSecond);
  }

  /** The limit at another rate than the published one. */
  Bandwidth limit(double otherPerSecond) {
    return Bandwidth.builder()
        .capacity(burst)
        .refillGreedy(
            1, Duration.ofNanos(Math.max(1, Math.round(NANOS_PER_SECOND / otherPerSecond))))
        .build();
  }
}
