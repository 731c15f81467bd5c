package org.storesync.simulator.api;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.storesync.simulator.order.OrderWindow;
import org.storesync.simulator.order.OrderWindow.Axis;

/**
 * The rules of the four time parameters of searchOrders: exactly one of the two {@code ...After};
 * {@code ...Before} only beside its own After, not before it, and at least two minutes before the
 * request. Without a Before the search ends two minutes before the request, and the answer says so.
 */
final class SearchWindow {

  /** How old the youngest order of an answer is at least. */
  static final Duration DELAY = Duration.ofMinutes(2);

  private SearchWindow() {}

  static OrderWindow in(Parameters parameters, Instant now) {
    Axis axis = axis(parameters);
    Instant from = parameters.time(axis.after()).orElseThrow();
    Instant latest = now.minus(DELAY).truncatedTo(ChronoUnit.MILLIS);
    Optional<Instant> to = parameters.time(axis.before());
    to.ifPresent(end -> check(axis, from, end, latest));
    return new OrderWindow(axis, from, to.orElse(latest));
  }

  private static Axis axis(Parameters parameters) {
    boolean created = parameters.text(Axis.CREATED.after()).isPresent();
    boolean updated = parameters.text(Axis.UPDATED.after()).isPresent();
    if (created == updated) {
      throw new InvalidParameter("Exactly one of createdAfter and lastUpdatedAfter must be given.");
    }
    Axis axis = created ? Axis.CREATED : Axis.UPDATED;
    Axis other = created ? Axis.UPDATED : Axis.CREATED;
    if (parameters.text(other.before()).isPresent()) {
      throw new InvalidParameter(
          "%s can't be given together with %s.".formatted(other.before(), axis.after()));
    }
    return axis;
  }

  private static void check(Axis axis, Instant from, Instant to, Instant latest) {
    if (to.isBefore(from)) {
      throw new InvalidParameter(
          "%s must be equal to or after %s.".formatted(axis.before(), axis.after()));
    }
    if (to.isAfter(latest)) {
      throw new InvalidParameter(
          "%s must be at least two minutes before the time of the request."
              .formatted(axis.before()));
    }
  }
}
