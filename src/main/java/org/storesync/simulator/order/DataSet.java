package org.storesync.simulator.order;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.storesync.simulator.message.JsonText;

/**
 * The data sets of {@code includedData} with the fields that only they bring, of the order and of
 * its items. Amazon's description ties no data set to {@code product.price}; as PROCEEDS is
 * described as the data set of money, the price goes with it.
 */
public enum DataSet {
  BUYER(Set.of("buyer"), Set.of()),
  RECIPIENT(Set.of("recipient"), Set.of()),
  PROCEEDS(Set.of("proceeds"), Set.of("proceeds")),
  EXPENSE(Set.of(), Set.of("expense")),
  PROMOTION(Set.of(), Set.of("promotion")),
  CANCELLATION(Set.of(), Set.of("cancellation")),
  FULFILLMENT(Set.of("fulfillment"), Set.of("fulfillment")),
  PACKAGES(Set.of("packages"), Set.of()),
  TAX(Set.of("tax"), Set.of("tax")),
  PAYMENT(Set.of("payment"), Set.of()),
  FULFILLMENT_ORDERS(Set.of("fulfillmentOrders"), Set.of());

  private static final String ITEMS = "orderItems";
  private static final String PRODUCT = "product";

  private final Set<String> orderFields;
  private final Set<String> itemFields;

  DataSet(Set<String> orderFields, Set<String> itemFields) {
    this.orderFields = orderFields;
    this.itemFields = itemFields;
  }

  /** The order with these data sets only. */
  public static JsonObject keep(JsonObject order, Collection<DataSet> included) {
    Set<String> unwantedOfOrder = new HashSet<>();
    Set<String> unwantedOfItem = new HashSet<>();
    for (DataSet set : values()) {
      if (!included.contains(set)) {
        unwantedOfOrder.addAll(set.orderFields);
        unwantedOfItem.addAll(set.itemFields);
      }
    }
    JsonObjectBuilder kept = without(order, unwantedOfOrder);
    if (order.get(ITEMS) instanceof JsonArray items) {
      kept.add(ITEMS, items(items, unwantedOfItem));
    }
    return kept.build();
  }

  private static JsonArrayBuilder items(JsonArray items, Set<String> unwanted) {
    JsonArrayBuilder kept = JsonText.array();
    items.forEach(
        item -> {
          if (item instanceof JsonObject object) {
            kept.add(item(object, unwanted));
          } else {
            kept.add(item);
          }
        });
    return kept;
  }

  private static JsonObjectBuilder item(JsonObject item, Set<String> unwanted) {
    JsonObjectBuilder kept = without(item, unwanted);
    if (unwanted.contains("proceeds") && item.get(PRODUCT) instanceof JsonObject product) {
      kept.add(PRODUCT, without(product, Set.of("price")));
    }
    return kept;
  }

  private static JsonObjectBuilder without(JsonObject object, Set<String> unwanted) {
    JsonObjectBuilder kept = JsonText.object();
    object.forEach(
        (name, value) -> {
          if (!unwanted.contains(name)) {
            kept.add(name, value);
          }
        });
    return kept;
  }
}
