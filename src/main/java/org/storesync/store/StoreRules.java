package org.storesync.store;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.storesync.platform.text.RoomTexts;

/** What may be entered about a store, whatever its systems. Each rule answers what is wrong. */
final class StoreRules {

  /** Width of the columns. */
  private static final int GREATEST_NAME = 100;

  private static final int GREATEST_EMAIL = 254;

  /** Only what can't be an address is refused: whether mail arrives shows when it is sent. */
  private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

  private static final RoomTexts TEXTS = RoomTexts.of(StoreRules.class);

  private StoreRules() {}

  /** A name is part of addresses and messages: no slash, nothing that can't be seen. */
  static Optional<String> nameProblem(String entry, Locale language) {
    String name = entry.strip();
    if (name.isEmpty()) {
      return Optional.of(TEXTS.text(language, "problem.nameMissing"));
    }
    if (name.length() > GREATEST_NAME || Store.keyOf(name).length() > GREATEST_NAME) {
      return Optional.of(TEXTS.text(language, "problem.nameTooLong", GREATEST_NAME));
    }
    if (name.contains("/")) {
      return Optional.of(TEXTS.text(language, "problem.nameWithSlash"));
    }
    return name.codePoints().anyMatch(StoreRules::invisible)
        ? Optional.of(TEXTS.text(language, "problem.nameInvisible"))
        : Optional.empty();
  }

  private static boolean invisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** The name as it is kept. */
  static String name(String entry) {
    return Normalizer.normalize(entry.strip(), Normalizer.Form.NFC);
  }

  static Optional<String> emailProblem(String entry, Locale language) {
    String address = entry.strip();
    return address.isEmpty()
            || address.length() <= GREATEST_EMAIL && EMAIL.matcher(address).matches()
        ? Optional.empty()
        : Optional.of(TEXTS.text(language, "problem.email", address));
  }

  static Optional<String> email(String entry) {
    return Optional.of(entry.strip()).filter(address -> !address.isEmpty());
  }

  static Optional<String> timeZoneProblem(String entry, Locale language) {
    return ZoneId.getAvailableZoneIds().contains(entry.strip())
        ? Optional.empty()
        : Optional.of(TEXTS.text(language, "problem.timeZone", entry.strip()));
  }

  static ZoneId timeZone(String entry) {
    return ZoneId.of(entry.strip());
  }

  static Optional<String> dateProblem(String entry, Locale language) {
    try {
      date(entry);
      return Optional.empty();
    } catch (DateTimeException notADate) {
      return Optional.of(TEXTS.text(language, "problem.date", entry.strip()));
    }
  }

  static Optional<LocalDate> date(String entry) {
    return Optional.of(entry.strip()).filter(date -> !date.isEmpty()).map(LocalDate::parse);
  }
}
