package org.storesync.simulator.demo;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.storesync.simulator.message.JsonText;

/** One line of an order in Amazon's shape, with every data set. */
final class ItemDocument {

  private final DemoOrder order;
  private final Amounts amounts;
  private final ProceedsDocument proceeds;

  ItemDocument(DemoOrder order) {
    this.order = order;
    this.amounts = new Amounts(order.nature().marketplace());
    this.proceeds = new ProceedsDocument(order.nature().marketplace());
  }

  JsonObject of(Line line, int number) {
    JsonObjectBuilder item =
        JsonText.object()
            .add("orderItemId", order.itemId(number))
            .add("quantityOrdered", line.quantity())
            .add("product", product(line))
            .add("fulfillment", fulfillment(line, number));
    if (order.settled()) {
      item.add("proceeds", proceeds.ofLine(line.money()));
      addTax(item, line);
    }
    if (line.promotion()) {
      item.add("promotion", promotion(line));
    }
    if (order.stage() == Stage.CANCELLED) {
      item.add("cancellation", cancellation());
    }
    if (order.nature().marketplace() == DemoMarketplace.JP) {
      item.add("expense", points(line));
    }
    return item.build();
  }

  /** On pending orders only sellers in Japan see a price. */
  private JsonObjectBuilder product(Line line) {
    DemoProduct goods = line.product();
    JsonObjectBuilder product =
        JsonText.object()
            .add("asin", goods.asin())
            .add("title", goods.title())
            .add("sellerSku", goods.sku())
            .add(
                "condition",
                JsonText.object().add("conditionType", "NEW").add("conditionSubtype", "NEW"));
    if (order.settled() || order.nature().marketplace() == DemoMarketplace.JP) {
      product.add("price", price(line));
    }
    return product;
  }

  private JsonObjectBuilder price(Line line) {
    JsonObjectBuilder price = JsonText.object().add("unitPrice", amounts.money(line.unitPrice()));
    return order.nature().business() ? price.add("priceDesignation", "BUSINESS_PRICE") : price;
  }

  private JsonObjectBuilder fulfillment(Line line, int number) {
    int shipped = shipped(number) ? line.quantity() : 0;
    int open = order.stage() == Stage.CANCELLED ? 0 : line.quantity() - shipped;
    JsonObjectBuilder fulfillment =
        JsonText.object().add("quantityFulfilled", shipped).add("quantityUnfulfilled", open);
    if (line.gift()) {
      fulfillment.add("packing", JsonText.object().add("giftOption", gift()));
    }
    return fulfillment;
  }

  private static JsonObjectBuilder gift() {
    return JsonText.object()
        .add("giftMessage", "Alles Gute! すべての願いが叶いますように。")
        .add("giftWrapLevel", "STANDARD");
  }

  private boolean shipped(int number) {
    return switch (order.stage()) {
      case SHIPPED, DELIVERED -> true;
      case PARTLY_SHIPPED -> number == 0;
      case PENDING, PAID, CANCELLED, UNFULFILLABLE -> false;
    };
  }

  private static JsonObjectBuilder promotion(Line line) {
    String id = line.money().shippingDiscount() == 0 ? "SAVE-10-PERCENT" : "FREE-SHIPPING";
    return JsonText.object()
        .add("breakdowns", JsonText.array().add(JsonText.object().add("promotionId", id)));
  }

  private JsonObjectBuilder cancellation() {
    boolean early = order.nature().plot() == Plot.CANCELLED_EARLY;
    return JsonText.object()
        .add(
            "cancellationExecution",
            JsonText.object()
                .add("cancelledBy", early ? "AMAZON" : "BUYER")
                .add("cancelReason", early ? "Payment failed" : "Ordered by mistake"));
  }

  private JsonObjectBuilder points(Line line) {
    long number = line.unitPrice() * line.quantity() / 100;
    return JsonText.object()
        .add(
            "pointsCost",
            JsonText.object()
                .add(
                    "pointsGranted",
                    JsonText.object()
                        .add("pointsNumber", number)
                        .add("pointsMonetaryValue", amounts.money(number))));
  }

  /** In the United States Amazon collects the tax and pays it on. */
  private void addTax(JsonObjectBuilder item, Line line) {
    if (order.nature().marketplace() == DemoMarketplace.US && line.money().tax() != 0) {
      JsonObjectBuilder collection =
          JsonText.object()
              .add("model", "MARKETPLACE_FACILITATOR")
              .add("responsibleParty", "Amazon Services, Inc.");
      item.add("tax", JsonText.object().add("taxCollections", JsonText.array().add(collection)));
    }
  }
}
