package org.storesync.simulator.demo;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.storesync.simulator.message.JsonText;
import org.storesync.simulator.message.Moments;

/** A generated order in Amazon's shape, with every data set. */
final class OrderDocument {

  private final DemoOrder order;
  private final Nature nature;
  private final List<Line> lines;

  private OrderDocument(DemoOrder order) {
    this.order = order;
    this.nature = order.nature();
    this.lines = order.lines();
  }

  static JsonObject of(DemoOrder order) {
    return new OrderDocument(order).document();
  }

  private JsonObject document() {
    JsonObjectBuilder document =
        JsonText.object()
            .add("orderId", order.id())
            .add("createdTime", Moments.text(order.created()))
            .add("lastUpdatedTime", Moments.text(order.updated()))
            .add("programs", programs())
            .add("salesChannel", channel())
            .add("fulfillment", fulfillment())
            .add("orderItems", items());
    order.originalId().ifPresent(id -> document.add("associatedOrders", original(id)));
    if (order.settled()) {
      addParties(document);
      addMoney(document);
    }
    if (nature.merchant() && order.since(Stage.PAID).isPresent()) {
      addSellersOwn(document);
    }
    return document.build();
  }

  private void addParties(JsonObjectBuilder document) {
    AddressDocument address = new AddressDocument(order);
    document.add("recipient", address.recipient());
    JsonObject buyer = address.buyer().build();
    if (!buyer.isEmpty()) {
      document.add("buyer", buyer);
    }
    if (nature.business() && nature.marketplace() == DemoMarketplace.DE) {
      document.add("tax", registration());
    }
  }

  private void addMoney(JsonObjectBuilder document) {
    long total = ProceedsDocument.total(lines, order.tip());
    ProceedsDocument proceeds = new ProceedsDocument(nature.marketplace());
    document.add("proceeds", proceeds.ofOrder(lines, order.tip()));
    JsonObjectBuilder execution =
        JsonText.object()
            .add("paymentMethod", onDelivery() ? "CashOnDelivery" : "CreditCard")
            .add("paymentAmount", new Amounts(nature.marketplace()).money(total));
    document.add(
        "payment", JsonText.object().add("paymentExecutions", JsonText.array().add(execution)));
  }

  private boolean onDelivery() {
    return lines.stream().anyMatch(line -> line.money().of(Charge.COD_FEE) != 0);
  }

  private void addSellersOwn(JsonObjectBuilder document) {
    document.add(
        "orderAliases",
        JsonText.array()
            .add(
                JsonText.object()
                    .add("aliasId", "SO-" + order.itemId(0).substring(6))
                    .add("aliasType", "SELLER_ORDER_ID")));
    if (order.since(Stage.PARTLY_SHIPPED).or(() -> order.since(Stage.SHIPPED)).isPresent()) {
      document.add("packages", new PackageDocument(order, lines).all());
    }
  }

  private JsonArrayBuilder programs() {
    JsonArrayBuilder programs = JsonText.array();
    if (nature.prime()) {
      programs.add("PRIME");
    }
    if (nature.business()) {
      programs.add("AMAZON_BUSINESS");
    }
    return programs;
  }

  /** What Amazon can't ship came from another shop than Amazon's. */
  private JsonObjectBuilder channel() {
    boolean amazon = nature.plot() != Plot.UNFULFILLABLE;
    return JsonText.object()
        .add("channelName", amazon ? "AMAZON" : "NON_AMAZON")
        .add("marketplaceId", nature.marketplace().id())
        .add("marketplaceName", nature.marketplace().site());
  }

  private JsonObjectBuilder fulfillment() {
    Windows windows = new Windows(order);
    return JsonText.object()
        .add("fulfillmentStatus", order.stage().status())
        .add("fulfilledBy", nature.fulfilledBy())
        .add("fulfillmentServiceLevel", nature.prime() ? "EXPEDITED" : "STANDARD")
        .add("shipByWindow", windows.ship())
        .add("deliverByWindow", windows.deliver());
  }

  private JsonArrayBuilder items() {
    ItemDocument document = new ItemDocument(order);
    JsonArrayBuilder items = JsonText.array();
    for (int number = 0; number < lines.size(); number++) {
      items.add(document.of(lines.get(number), number));
    }
    return items;
  }

  private static JsonArrayBuilder original(String orderId) {
    return JsonText.array()
        .add(
            JsonText.object()
                .add("orderId", orderId)
                .add("associationType", "REPLACEMENT_ORIGINAL_ID"));
  }

  private JsonObjectBuilder registration() {
    JsonObjectBuilder buyer =
        JsonText.object()
            .add("entityType", "BUYER")
            .add("legalName", order.person().company())
            .add("taxRegistrationType", "VAT")
            .add("taxRegistrationNumber", "DE" + order.itemId(0).substring(5));
    return JsonText.object().add("taxRegistrations", JsonText.array().add(buyer));
  }
}
