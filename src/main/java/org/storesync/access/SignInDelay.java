package org.storesync.access;

import java.time.Duration;

/**
 * How long a user has to wait after failed sign-ins in a row. It makes guessing slow and locks
 * nobody out for good: a stranger who knows a user name must not be able to keep that user away.
 */
final class SignInDelay {

  static final int FREE_FAILURES = 4;
  static final Duration FIRST = Duration.ofSeconds(10);
  static final Duration LONGEST = Duration.ofMinutes(15);

  private SignInDelay() {}

  /**
   * The wait after so many failures in a row beyond those that are free: none, then ten seconds,
   * doubled each time, at most a quarter of an hour.
   */
  static Duration after(int failures) {
    int doublings = failures - 1;
    if (doublings < 0) {
      return Duration.ZERO;
    }
    // Beyond this the shift would overflow long after the longest delay is reached.
    Duration delay = FIRST.multipliedBy(1L << Math.min(doublings, 20));
    return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }
}
