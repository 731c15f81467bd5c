package org.storesync.backoffice;

import java.util.Locale;

/** What a person types into a filter, as a pattern for {@code like … escape '!'}. */
final class LikePattern {

  private LikePattern() {}

  static String startsWith(String text) {
    return escaped(text.strip()) + "%";
  }

  /** A part, to be compared with what is in lower case. */
  static String containsLowered(String text) {
    return "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%";
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
