package org.storesync.simulator.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The query of a request, read as Amazon's description says: each parameter at most once, lists
 * joined by commas, times in ISO 8601 with their offset.
 */
record Parameters(Map<String, List<String>> query) {

  Optional<String> text(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new InvalidParameter(name + " must be given only once.");
    }
    return values.stream().findFirst();
  }

  Optional<Instant> time(String name) {
    return text(name).map(value -> time(name, value));
  }

  /** The values in alphabetical order; empty if the parameter is not there. */
  Set<String> list(String name) {
    return text(name)
        .map(value -> new TreeSet<>(List.of(value.split(",", -1))))
        .orElseGet(TreeSet::new);
  }

  /**
   * A list whose values are all known.
   *
   * @throws InvalidParameter if one is not
   */
  Set<String> list(String name, Set<String> known) {
    Set<String> values = list(name);
    for (String value : values) {
      if (!known.contains(value)) {
        throw new InvalidParameter("%s has an unknown value: '%s'.".formatted(name, value));
      }
    }
    return values;
  }

  int number(String name, int least, int greatest, int otherwise) {
    return text(name).map(value -> number(name, value, least, greatest)).orElse(otherwise);
  }

  /** All parameters for the log. */
  Map<String, String> flat() {
    Map<String, String> all = new TreeMap<>();
    query.forEach((name, values) -> all.put(name, String.join(",", values)));
    return all;
  }

  private static Instant time(String name, String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException notATime) {
      throw new InvalidParameter("%s is not an ISO 8601 date-time: '%s'.".formatted(name, value));
    }
  }

  private static int number(String name, String value, int least, int greatest) {
    if (!value.matches("-?\\d{1,9}")
        || Integer.parseInt(value) < least
        || Integer.parseInt(value) > greatest) {
      throw new InvalidParameter(
          "%s must be a number between %d and %d.".formatted(name, least, greatest));
    }
    return Integer.parseInt(value);
  }
}
