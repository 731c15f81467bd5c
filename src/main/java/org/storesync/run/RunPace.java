package org.storesync.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast a process run gets on. Nothing is said before it is steady: a rate of three records is
 * noise.
 *
 * @param perMinute records a minute, rounded
 * @param left how long it still takes at this rate; absent while it waits
 */
public record RunPace(long perMinute, Optional<Duration> left) {

  private static final int STEADY_RECORDS = 20;
  private static final Duration STEADY_TIME = Duration.ofSeconds(2);

  /** The pace of a run at work; absent until it is steady. */
  public static Optional<RunPace> of(RunRow run, Instant now) {
    return of(run.done(), run.remaining(), run.duration(now), run.waitingFor() != null);
  }

  static Optional<RunPace> of(int done, int remaining, Duration worked, boolean waiting) {
    if (done < STEADY_RECORDS || worked.compareTo(STEADY_TIME) < 0) {
      return Optional.empty();
    }
    double perMilli = (double) done / worked.toMillis();
    Optional<Duration> left =
        waiting
            ? Optional.empty()
            : Optional.of(Duration.ofMillis(Math.round(remaining / perMilli)));
    return Optional.of(new RunPace(Math.round(perMilli * Duration.ofMinutes(1).toMillis()), left));
  }
}
