package org.storesync.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Values as they are written in an address or as a text in JSON. */
final class TextValue {

  private static final Set<Class<?>> TYPES =
      Set.of(
          String.class, Long.class, Integer.class, Instant.class, LocalDate.class, PageLimit.class);

  /** Instants that every database can keep. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private TextValue() {}

  static boolean canRead(Class<?> type) {
    return TYPES.contains(type) || type.isEnum();
  }

  static Object read(Class<?> type, String text) throws UnreadableValue {
    if (type == String.class) {
      return text(text);
    }
    if (type == Instant.class) {
      return instant(text);
    }
    if (type == LocalDate.class) {
      return day(text);
    }
    if (type == PageLimit.class) {
      return PageLimit.read(text);
    }
    return type.isEnum() ? constant(type, text) : number(type, text);
  }

  /** Databases refuse a NUL, and half a character can't be written in UTF-8. */
  private static String text(String text) throws UnreadableValue {
    boolean refused =
        text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    if (refused) {
      throw new UnreadableValue("It holds a character that can't be kept.");
    }
    return text;
  }

  private static Instant instant(String text) throws UnreadableValue {
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
        return instant;
      }
    } catch (DateTimeException notAnInstant) {
      // Said below, together with what lies beyond all calendars.
    }
    throw new UnreadableValue(
        "It must be an instant with its offset, such as 2026-01-31T12:00:00Z.");
  }

  private static LocalDate day(String text) throws UnreadableValue {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeException notADay) {
      // Said below, together with what lies beyond all calendars.
    }
    throw new UnreadableValue("It must be a day such as 2026-01-31.");
  }

  /** Constants are written as they print themselves: by their names, unless they say otherwise. */
  private static Object constant(Class<?> type, String text) throws UnreadableValue {
    for (Object constant : type.getEnumConstants()) {
      if (constant.toString().equals(text)) {
        return constant;
      }
    }
    throw new UnreadableValue(
        "It must be one of "
            + Arrays.stream(type.getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.joining(", "))
            + ".");
  }

  private static Object number(Class<?> type, String text) throws UnreadableValue {
    try {
      return type == Long.class ? (Object) Long.valueOf(text) : (Object) Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new UnreadableValue("It must be a whole number.");
    }
  }
}
