package org.storesync.metrics;

import java.util.Locale;

/** Who may read the metrics: setting {@code STORESYNC_METRICS}. */
enum MetricsAccess {
  /** Whoever asks on this machine itself, not through a proxy. */
  LOOPBACK,
  /** Whoever shows a token of the API. */
  TOKEN,
  /** Whoever reaches the server by a safe way. */
  OPEN,
  /** Nobody. */
  OFF;

  static MetricsAccess of(String setting) {
    for (MetricsAccess access : values()) {
      if (access.name().toLowerCase(Locale.ROOT).equals(setting)) {
        return access;
      }
    }
    throw new IllegalArgumentException(
        "STORESYNC_METRICS is \"%s\". Set it to loopback, token, open or off.".formatted(setting));
  }
}
