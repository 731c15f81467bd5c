package org.storesync.unattended;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** An order as the marketplace tells it, and what must have become of it. */
record MarketplaceOrder(JsonObject json) {

  String id() {
    return json.getString("orderId");
  }

  private String status() {
    return json.getJsonObject("fulfillment").getString("fulfillmentStatus");
  }

  private boolean shippedByAmazon() {
    return json.getJsonObject("fulfillment").getString("fulfilledBy").equals("AMAZON");
  }

  private List<JsonObject> items() {
    return json.getJsonArray("orderItems").getValuesAs(JsonObject.class);
  }

  boolean cancelled() {
    return status().equals("CANCELLED");
  }

  /** Whether there is nothing to take over, yet or for ever. */
  boolean filtered() {
    return status().equals("PENDING") || shippedByAmazon() && !status().equals("SHIPPED");
  }

  /** Whether it has a line that no item of the back office stands for. */
  boolean refused(Set<String> knownReferences) {
    return items().stream()
        .map(item -> item.getJsonObject("product"))
        .anyMatch(
            product ->
                !knownReferences.contains(product.getString("sellerSku"))
                    && !knownReferences.contains(product.getString("asin")));
  }

  /** The document that must stand for it: type, status, units and total. */
  String document() {
    String expected =
        switch (status()) {
          case "UNSHIPPED" -> "OPEN";
          case "SHIPPED" -> shippedByAmazon() ? "COMPLETED" : "SHIPPED";
          default -> status();
        };
    int units = items().stream().mapToInt(item -> item.getInt("quantityOrdered")).sum();
    return "%s %d %s".formatted(expected, units, total().toPlainString());
  }

  private BigDecimal total() {
    String amount = json.getJsonObject("proceeds").getJsonObject("grandTotal").getString("amount");
    return new BigDecimal(amount).setScale(4);
  }
}
