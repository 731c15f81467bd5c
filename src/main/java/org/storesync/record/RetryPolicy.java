package org.storesync.record;

import java.time.Duration;
import java.util.List;

/**
 * When a failed record is tried again by unattended runs (domain section 5): after 1, 5, 25, then
 * every 120 minutes. A person's Process does not wait.
 */
public final class RetryPolicy {

  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(25),
          Duration.ofMinutes(120));

  private RetryPolicy() {}

  /**
   * @param failures how often it has failed so far, at least once
   */
  public static Duration delayAfter(int failures) {
    return DELAYS.get(Math.min(failures, DELAYS.size()) - 1);
  }
}
