package org.storesync.alert;

import java.util.List;
import java.util.Locale;
import org.storesync.platform.text.RoomTexts;

/**
 * One way in which things can go wrong unattended. Found as a bean; a new one needs its two texts
 * {@code reason.<code>} and {@code reason.<code>.remedy}, and nothing else.
 */
public interface AlertReason {

  /** Stable: it is stored with each alert. */
  String code();

  /** What is wrong now, read from the database alone. */
  List<Concern> concerns();

  /** Whether nothing goes on without a person; shown on every page. */
  boolean urgent();

  /** Whether more of it is news, also to those who have acknowledged it. */
  default boolean reportsGrowth() {
    return false;
  }

  /** The details of a concern as they stand in a sentence of this language. */
  default List<String> spoken(List<String> details, Locale language) {
    return details;
  }

  /** Where its texts are. */
  default RoomTexts texts() {
    return RoomTexts.of(AlertReason.class);
  }
}
