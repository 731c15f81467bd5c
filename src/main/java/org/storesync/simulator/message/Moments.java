package org.storesync.simulator.message;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Times as Orders API 2026-01-01 writes them: ISO 8601 in UTC, always with milliseconds. */
public final class Moments {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private Moments() {}

  public static String text(Instant moment) {
    return FORMAT.format(moment);
  }
}
