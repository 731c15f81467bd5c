package org.storesync.simulator.demo;

import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.storesync.simulator.message.JsonText;
import org.storesync.simulator.message.Moments;

/** What the buyer was promised: when the order leaves, when it arrives. */
record Windows(DemoOrder order) {

  JsonObjectBuilder ship() {
    return range(order.created().truncatedTo(ChronoUnit.SECONDS), end(2));
  }

  JsonObjectBuilder deliver() {
    return range(end(3), deliverBy());
  }

  /** The last moment of the promised delivery. */
  Instant deliverBy() {
    return end(7);
  }

  private Instant end(int days) {
    return order
        .created()
        .truncatedTo(ChronoUnit.DAYS)
        .plus(Duration.ofDays(days + 1L))
        .minusSeconds(1);
  }

  private static JsonObjectBuilder range(Instant earliest, Instant latest) {
    return JsonText.object()
        .add("earliestDateTime", Moments.text(earliest))
        .add("latestDateTime", Moments.text(latest));
  }
}
