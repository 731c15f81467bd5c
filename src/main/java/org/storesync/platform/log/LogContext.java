package org.storesync.platform.log;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What this thread works on, so that each line of the log can say it, whoever writes the line. Ends
 * with the block that began it:
 *
 * <pre>try (LogContext work = LogContext.of(LogContext.Field.RUN, 4711)) { … }</pre>
 */
public final class LogContext implements AutoCloseable {

  /** What is known about a line. */
  public enum Field {
    STORE,
    RUN,
    RECORD;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final ThreadLocal<Map<Field, String>> CURRENT = new ThreadLocal<>();

  private final Map<Field, String> before;

  private LogContext(Map<Field, String> before) {
    this.before = before;
  }

  /**
   * Adds to what is known, until it is closed.
   *
   * @param value a name or number that may stand in a log: never a person, never a secret
   */
  public static LogContext of(Field field, Object value) {
    return new LogContext(known()).and(field, value);
  }

  /** Adds one more, until this is closed. */
  public LogContext and(Field field, Object value) {
    Map<Field, String> now = new EnumMap<>(Field.class);
    now.putAll(known());
    now.put(field, value.toString());
    CURRENT.set(now);
    return this;
  }

  /** What is known about the work of this thread. */
  static Map<Field, String> known() {
    Map<Field, String> known = CURRENT.get();
    return known == null ? Map.of() : known;
  }

  /** What was known before is known again; a pooled thread keeps nothing. */
  @Override
  public void close() {
    if (before.isEmpty()) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }
}
