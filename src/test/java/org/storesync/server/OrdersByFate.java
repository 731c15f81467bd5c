package org.storesync.server;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Amazon order ids, by what is to become of the orders.
 *
 * @param good belong into the back office
 * @param bad belong there too, but have a line whose SKU nobody knows
 * @param filtered are kept out: pending, cancelled, or not shipped by Amazon yet
 */
public record OrdersByFate(List<String> good, List<String> bad, List<String> filtered) {

  static OrdersByFate none() {
    return new OrdersByFate(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  void sort(JsonObject order) {
    fateOf(order).add(order.getString("orderId"));
  }

  private List<String> fateOf(JsonObject order) {
    if (!isWanted(order.getJsonObject("fulfillment"))) {
      return filtered;
    }
    return order.getJsonArray("orderItems").getValuesAs(JsonObject.class).stream()
            .anyMatch(OrdersByFate::isUnknown)
        ? bad
        : good;
  }

  private static boolean isWanted(JsonObject fulfillment) {
    String status = fulfillment.getString("fulfillmentStatus");
    return fulfillment.getString("fulfilledBy").equals("AMAZON")
        ? status.equals("SHIPPED")
        : !status.startsWith("PENDING") && !status.equals("CANCELLED");
  }

  private static boolean isUnknown(JsonObject item) {
    return item.getJsonObject("product").getString("sellerSku", "").startsWith("UNKNOWN");
  }

  public int total() {
    return good.size() + bad.size() + filtered.size();
  }
}
