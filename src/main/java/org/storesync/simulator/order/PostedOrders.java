package org.storesync.simulator.order;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Orders that were defined by hand, in memory. An order that is posted again replaces the one with
 * its id. What is dated after the moment of the request is not there yet.
 */
public class PostedOrders implements OrderBook {

  private static final Comparator<OrderPosition> IN_LIST =
      Comparator.comparing(OrderPosition::time).thenComparing(OrderPosition::orderId);

  private final Map<String, JsonObject> orders = new ConcurrentHashMap<>();

  public void post(JsonObject order) {
    orders.put(order.getString("orderId"), order);
  }

  /** Takes the order away, as if it had never been. */
  public void remove(String orderId) {
    orders.remove(orderId);
  }

  @Override
  public List<OrderEntry> page(OrderQuery query) {
    return orders.values().stream()
        .filter(order -> exists(order, query.now()))
        .map(order -> new OrderEntry(position(order, query.window().axis()), order))
        .filter(entry -> fits(entry, query))
        .sorted(Comparator.comparing(OrderEntry::position, IN_LIST))
        .limit(query.limit())
        .toList();
  }

  @Override
  public Optional<JsonObject> order(String orderId, Instant now) {
    return Optional.ofNullable(orders.get(orderId)).filter(order -> exists(order, now));
  }

  private static boolean exists(JsonObject order, Instant now) {
    return !time(order, OrderWindow.Axis.UPDATED).isAfter(now);
  }

  private static boolean fits(OrderEntry entry, OrderQuery query) {
    JsonObject order = entry.order();
    return query.window().contains(entry.position().time())
        && query.after().stream().allMatch(last -> IN_LIST.compare(entry.position(), last) > 0)
        && query
            .filter()
            .accepts(
                text(order, "salesChannel", "marketplaceId"),
                text(order, "fulfillment", "fulfilledBy"),
                text(order, "fulfillment", "fulfillmentStatus"));
  }

  /** Tests may post orders with holes; what is not there is empty. */
  private static String text(JsonObject order, String part, String field) {
    return order.get(part) instanceof JsonObject object ? object.getString(field, "") : "";
  }

  private static OrderPosition position(JsonObject order, OrderWindow.Axis axis) {
    return new OrderPosition(time(order, axis), order.getString("orderId"));
  }

  private static Instant time(JsonObject order, OrderWindow.Axis axis) {
    return Instant.parse(order.getString(axis.field()));
  }
}
