package org.storesync.connector;

import java.time.Instant;

/**
 * A span of modification times that a source is asked for.
 *
 * @param from inclusive
 * @param to exclusive, after {@code from}
 */
public record TimeWindow(Instant from, Instant to) {

  public TimeWindow {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "A window ends after it begins: %s, %s".formatted(from, to));
    }
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  /** The smallest window that holds both. */
  public TimeWindow union(TimeWindow other) {
    return new TimeWindow(
        from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
  }
}
