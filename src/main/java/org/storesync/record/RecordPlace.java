package org.storesync.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A place in a {@link RecordOrder}: after the record with these keys.
 *
 * @param value of the order's column, as the database compares it; absent: the record has none
 * @param id the record's number
 */
public record RecordPlace(Optional<Object> value, long id) {

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /** The place after this record. */
  public static RecordPlace after(SyncRecordRow row, RecordOrder order) {
    Object value = order.valueOf(row);
    return new RecordPlace(
        Optional.ofNullable(value instanceof SyncStatus status ? status.name() : value), row.id());
  }

  /**
   * The place with these keys as somebody kept them.
   *
   * @param value as {@link #text} said it
   * @return absent if no record can stand there
   */
  public static Optional<RecordPlace> of(Optional<String> value, long id, RecordOrder order) {
    try {
      return Optional.of(new RecordPlace(value.map(text -> read(text, order)), id));
    } catch (NumberFormatException | DateTimeException forged) {
      return Optional.empty();
    }
  }

  private static Object read(String text, RecordOrder order) {
    return switch (order.column()) {
      case NUMBER -> Long.valueOf(text);
      case EXTERNAL_ID, LOCAL_ID, STATUS -> text;
      case LAST_ATTEMPT, EXTERNALLY_MODIFIED, LATEST_SHIP_DATE -> instant(text);
    };
  }

  private static Instant instant(String text) {
    Instant instant = Instant.parse(text);
    if (instant.isBefore(Instant.EPOCH) || !instant.isBefore(LATEST)) {
      throw new DateTimeException("No record is of that time");
    }
    return instant;
  }

  /** The value to be kept. */
  public Optional<String> text() {
    return value.map(Object::toString);
  }
}
