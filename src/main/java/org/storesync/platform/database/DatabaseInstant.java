package org.storesync.platform.database;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Instants of native statements, which no converter touches: H2 answers {@link OffsetDateTime},
 * PostgreSQL {@link Timestamp}.
 */
public final class DatabaseInstant {

  private DatabaseInstant() {}

  /** The instant of a column; null for null, as projections want it. */
  public static Instant read(Object column) {
    if (column == null) {
      return null;
    }
    if (column instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (column instanceof Timestamp time) {
      return time.toInstant();
    }
    throw new IllegalArgumentException("Not a time: " + column.getClass().getName());
  }

  /** The instant as a parameter. */
  public static OffsetDateTime parameter(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
