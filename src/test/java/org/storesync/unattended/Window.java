package org.storesync.unattended;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** What was asked of Amazon: changes between two instants, both inclusive. */
record Window(Instant from, Instant to) {

  /** How far behind the present Amazon is read. */
  static final Duration LAG = Duration.ofMinutes(2);

  private static final Duration OVERLAP = Duration.ofMinutes(5);

  /** What was read until the execution at this instant; its end itself was not. */
  static Window between(Instant from, Instant fired) {
    return new Window(from, fired.minus(LAG).minusMillis(1));
  }

  /** The one that goes on where the one before ended. */
  Window next(Instant fired) {
    return between(to.plusMillis(1).minus(OVERLAP), fired);
  }

  static Window asked(JsonObject search) {
    JsonObject parameters = search.getJsonObject("parameters");
    return new Window(
        Instant.parse(parameters.getString("lastUpdatedAfter")),
        Instant.parse(parameters.getString("lastUpdatedBefore")));
  }
}
