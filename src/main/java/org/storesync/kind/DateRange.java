package org.storesync.kind;

import java.time.Instant;
import java.util.Optional;

/**
 * A range of modification dates as a person gives it.
 *
 * @param from inclusive; absent: from the earliest that the source has
 * @param to exclusive; absent: up to the run's upper bound
 */
public record DateRange(Optional<Instant> from, Optional<Instant> to) {

  private static final DateRange OPEN = new DateRange(Optional.empty(), Optional.empty());

  /** No range at all. */
  public static DateRange open() {
    return OPEN;
  }

  public static DateRange of(Instant from, Instant to) {
    return new DateRange(Optional.of(from), Optional.of(to));
  }

  public boolean isOpen() {
    return from.isEmpty() && to.isEmpty();
  }
}
