package org.storesync.simulator.demo;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.storesync.simulator.order.OrderBook;
import org.storesync.simulator.order.OrderEntry;
import org.storesync.simulator.order.OrderFilter;
import org.storesync.simulator.order.OrderPosition;
import org.storesync.simulator.order.OrderQuery;
import org.storesync.simulator.order.OrderWindow;

/**
 * The generated orders of a seller. The same profile and the same moment give the same answer, on
 * any server, today and after a restart; as the clock goes on, orders arrive and change.
 */
public class DemoOrders implements OrderBook {

  /** What is older is not shown, except in Japan: Amazon's description says so. */
  static final Duration MEMORY = Duration.ofDays(730);

  private final DemoProfile profile;
  private final Chronicle chronicle;
  private final OrderNumbers numbers;

  public DemoOrders(DemoProfile profile) {
    this.profile = profile;
    this.chronicle = new Chronicle(profile);
    this.numbers = new OrderNumbers(profile);
  }

  /** Day by day, and not a day more than the page needs. */
  @Override
  public List<OrderEntry> page(OrderQuery query) {
    Optional<Update> after = query.after().map(this::place);
    Instant from = after.map(Update::at).orElse(query.window().from());
    int first = Math.max(0, profile.dayOf(from));
    int last = profile.dayOf(earlier(query.window().to(), query.now()));
    return IntStream.rangeClosed(first, last)
        .boxed()
        .flatMap(day -> day(query.window().axis(), day).stream())
        .filter(update -> update.holdsAt(query.now()) && query.window().contains(update.at()))
        .filter(update -> after.stream().allMatch(then -> update.compareTo(then) > 0))
        .map(update -> at(update.order(), query.now()))
        .filter(order -> accepted(order, query.filter()))
        .limit(query.limit())
        .map(order -> entry(order, query.window().axis()))
        .toList();
  }

  @Override
  public Optional<JsonObject> order(String orderId, Instant now) {
    return Optional.of(numbers.reference(orderId))
        .filter(chronicle::exists)
        .map(reference -> at(reference, now))
        .filter(order -> order.shown() && order.id().equals(orderId))
        .map(OrderDocument::of);
  }

  private List<Update> day(OrderWindow.Axis axis, int day) {
    return axis == OrderWindow.Axis.CREATED ? chronicle.creations(day) : chronicle.updates(day);
  }

  private static boolean accepted(DemoOrder order, OrderFilter filter) {
    Nature nature = order.nature();
    return order.shown()
        && filter.accepts(nature.marketplace().id(), nature.fulfilledBy(), order.stage().status());
  }

  private static OrderEntry entry(DemoOrder order, OrderWindow.Axis axis) {
    Instant time = axis == OrderWindow.Axis.CREATED ? order.created() : order.updated();
    return new OrderEntry(new OrderPosition(time, order.id()), OrderDocument.of(order));
  }

  private DemoOrder at(OrderReference reference, Instant now) {
    return new DemoOrder(profile, chronicle, numbers, reference, now);
  }

  private Update place(OrderPosition position) {
    return new Update(position.time(), Instant.MAX, numbers.reference(position.orderId()));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
