package org.storesync.connector.amazon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.storesync.connector.DocumentId;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.kind.salesorder.SalesOrder.Fulfiller;
import org.storesync.kind.salesorder.SalesOrder.Line;
import org.storesync.kind.salesorder.SalesOrder.OrderStatus;

/**
 * Translates an order from Amazon's words (model orders_2026-01-01, definition Order) into ours.
 * Reads leniently: what it does not know it passes over, what Amazon may leave out it does without.
 *
 * <p>Money adds up by construction. A line's total is Amazon's; what its breakdowns do not explain
 * stands under {@code other}. The order's total is Amazon's; what its lines do not explain stands
 * under {@code otherCharges}. Amazon does not say which sign a discount has, so it always counts as
 * a deduction.
 */
@ApplicationScoped
class AmazonOrderReader {

  /** No database keeps a year of five digits or of none, nor do orders come from before Amazon. */
  private static final ValueRange YEARS = ValueRange.of(1900, 9999);

  private static final Set<String> REPLACING =
      Set.of("REPLACEMENT_ORIGINAL_ID", "EXCHANGE_ORIGINAL_ID");

  SalesOrder read(JsonObject order) throws UnreadableOrder {
    String id = AmazonJson.text(order, "orderId");
    JsonObject fulfillment =
        AmazonJson.object(order, "fulfillment")
            .orElseThrow(
                () ->
                    new UnreadableOrder(
                        "Order %s: Amazon sent no fulfilment data, so its status is unknown."
                            .formatted(id)));
    OrderStatus status = status(id, AmazonJson.text(fulfillment, "fulfillmentStatus"));
    Optional<JsonObject> channel = AmazonJson.object(order, "salesChannel");
    String marketplace = channel.map(sold -> AmazonJson.text(sold, "marketplaceId")).orElse("");
    Optional<String> replaces = replaces(order);
    AmazonMoney money = new AmazonMoney(id);
    List<Line> lines = lines(id, order, money);
    BigDecimal linesTotal = sum(lines.stream().map(Line::total).toList());
    BigDecimal total = total(order, linesTotal, money);
    return new SalesOrder(
        new DocumentId(id),
        instant(id, order, "lastUpdatedTime"),
        instant(id, order, "createdTime")
            .orElseThrow(
                () -> new UnreadableOrder("Order %s: Amazon sent no time of order.".formatted(id))),
        status,
        fulfiller(id, AmazonJson.text(fulfillment, "fulfilledBy")),
        marketplace,
        channel.map(AmazonOrderReader::channelName).orElse(""),
        replaces,
        AmazonJson.object(order, "buyer").map(AmazonOrderReader::buyer),
        AmazonJson.object(order, "recipient")
            .flatMap(recipient -> AmazonJson.object(recipient, "deliveryAddress"))
            .map(AmazonOrderReader::address),
        AmazonJson.text(fulfillment, "fulfillmentServiceLevel"),
        latest(id, fulfillment, "shipByWindow"),
        latest(id, fulfillment, "deliverByWindow"),
        currency(money, status, replaces, marketplace),
        lines,
        total.subtract(linesTotal),
        total);
  }

  private static OrderStatus status(String id, String word) throws UnreadableOrder {
    return switch (word) {
      case "PENDING", "PENDING_AVAILABILITY" -> OrderStatus.PENDING;
      case "UNSHIPPED" -> OrderStatus.UNSHIPPED;
      case "PARTIALLY_SHIPPED" -> OrderStatus.PARTIALLY_SHIPPED;
      case "SHIPPED" -> OrderStatus.SHIPPED;
      case "CANCELLED" -> OrderStatus.CANCELLED;
      case "UNFULFILLABLE" -> OrderStatus.UNFULFILLABLE;
      default ->
          throw new UnreadableOrder(
              "Order %s: Amazon’s status “%s” is not known.".formatted(id, word));
    };
  }

  private static Fulfiller fulfiller(String id, String word) throws UnreadableOrder {
    return switch (word) {
      case "MERCHANT" -> Fulfiller.SELLER;
      case "AMAZON" -> Fulfiller.MARKETPLACE;
      default ->
          throw new UnreadableOrder(
              "Order %s: Amazon does not say whether seller or Amazon fulfils it (“%s”)."
                  .formatted(id, word));
    };
  }

  private static String channelName(JsonObject channel) {
    String name = AmazonJson.text(channel, "marketplaceName");
    return name.isEmpty() ? AmazonJson.text(channel, "channelName") : name;
  }

  private static Optional<String> replaces(JsonObject order) {
    return AmazonJson.objects(order, "associatedOrders").stream()
        .filter(other -> REPLACING.contains(AmazonJson.text(other, "associationType")))
        .map(other -> AmazonJson.text(other, "orderId"))
        .filter(id -> !id.isEmpty())
        .findFirst();
  }

  private static SalesOrder.Buyer buyer(JsonObject buyer) {
    return new SalesOrder.Buyer(
        AmazonJson.text(buyer, "buyerName"),
        AmazonJson.text(buyer, "buyerEmail"),
        AmazonJson.text(buyer, "buyerCompanyName"),
        AmazonJson.text(buyer, "buyerPurchaseOrderNumber"));
  }

  /** Where there is no district, the municipality is the smaller part of the country. */
  private static SalesOrder.Address address(JsonObject address) {
    String district = AmazonJson.text(address, "districtOrCounty");
    return new SalesOrder.Address(
        AmazonJson.text(address, "name"),
        AmazonJson.text(address, "companyName"),
        AmazonJson.text(address, "addressLine1"),
        AmazonJson.text(address, "addressLine2"),
        AmazonJson.text(address, "addressLine3"),
        AmazonJson.text(address, "city"),
        district.isEmpty() ? AmazonJson.text(address, "municipality") : district,
        AmazonJson.text(address, "stateOrRegion"),
        AmazonJson.text(address, "postalCode"),
        AmazonJson.text(address, "countryCode"),
        AmazonJson.text(address, "phone"));
  }

  private static List<Line> lines(String id, JsonObject order, AmazonMoney money)
      throws UnreadableOrder {
    List<Line> lines = new ArrayList<>();
    for (JsonObject item : AmazonJson.objects(order, "orderItems")) {
      lines.add(line(id, item, money));
    }
    if (lines.isEmpty()) {
      throw new UnreadableOrder("Order %s: Amazon sent no lines for it.".formatted(id));
    }
    return List.copyOf(lines);
  }

  private static Line line(String id, JsonObject item, AmazonMoney money) throws UnreadableOrder {
    String itemId = AmazonJson.text(item, "orderItemId");
    if (itemId.isEmpty() || !(item.get("quantityOrdered") instanceof JsonNumber quantity)) {
      throw new UnreadableOrder(
          "Order %s: line “%s” has no id or no quantity.".formatted(id, itemId));
    }
    Optional<JsonObject> product = AmazonJson.object(item, "product");
    LineAmounts amounts = LineAmounts.of(AmazonJson.object(item, "proceeds"), money);
    return new Line(
        itemId,
        product.map(sold -> AmazonJson.text(sold, "sellerSku")).orElse(""),
        product.map(sold -> AmazonJson.text(sold, "asin")).orElse(""),
        product.map(sold -> AmazonJson.text(sold, "title")).orElse(""),
        count(id, itemId, quantity),
        shipped(id, itemId, item),
        unitPrice(product, money),
        amounts.items(),
        amounts.shipping(),
        amounts.giftWrap(),
        amounts.discount(),
        amounts.tax(),
        amounts.other(),
        amounts.total());
  }

  private static int shipped(String id, String itemId, JsonObject item) throws UnreadableOrder {
    Optional<JsonObject> fulfillment = AmazonJson.object(item, "fulfillment");
    return fulfillment.isPresent()
            && fulfillment.get().get("quantityFulfilled") instanceof JsonNumber shipped
        ? count(id, itemId, shipped)
        : 0;
  }

  private static int count(String id, String itemId, JsonNumber units) throws UnreadableOrder {
    try {
      return units.intValueExact();
    } catch (ArithmeticException e) {
      throw new UnreadableOrder(
          "Order %s: a quantity of line “%s” is no whole number of units.".formatted(id, itemId));
    }
  }

  private static Optional<BigDecimal> unitPrice(Optional<JsonObject> product, AmazonMoney money)
      throws UnreadableOrder {
    Optional<JsonObject> price = product.flatMap(sold -> AmazonJson.object(sold, "price"));
    return price.isEmpty() ? Optional.empty() : money.find(price.get(), "unitPrice");
  }

  private static BigDecimal total(JsonObject order, BigDecimal linesTotal, AmazonMoney money)
      throws UnreadableOrder {
    Optional<JsonObject> proceeds = AmazonJson.object(order, "proceeds");
    return proceeds.isEmpty()
        ? linesTotal
        : money.find(proceeds.get(), "grandTotal").orElse(linesTotal);
  }

  /**
   * The one currency of all amounts. Amazon may send no amounts for a replacement, which costs
   * nothing, and for a cancelled order, which is nothing to pay any more: then it is the
   * marketplace's.
   */
  private static String currency(
      AmazonMoney money, OrderStatus status, Optional<String> replaces, String marketplace) {
    boolean costsNothing = replaces.isPresent() || status == OrderStatus.CANCELLED;
    return money
        .currency()
        .or(
            () ->
                costsNothing && status != OrderStatus.PENDING
                    ? AmazonMarketplace.find(marketplace).map(AmazonMarketplace::currency)
                    : Optional.empty())
        .orElse("");
  }

  static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Optional<Instant> latest(String id, JsonObject fulfillment, String window)
      throws UnreadableOrder {
    Optional<JsonObject> range = AmazonJson.object(fulfillment, window);
    return range.isEmpty() ? Optional.empty() : instant(id, range.get(), "latestDateTime");
  }

  private static Optional<Instant> instant(String id, JsonObject object, String name)
      throws UnreadableOrder {
    String word = AmazonJson.text(object, name);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    try {
      Instant instant = Instant.parse(word).truncatedTo(ChronoUnit.MICROS);
      YEARS.checkValidValue(instant.atOffset(ZoneOffset.UTC).getYear(), ChronoField.YEAR);
      return Optional.of(instant);
    } catch (DateTimeException e) {
      throw new UnreadableOrder(
          "Order %s: %s “%s” is no time that can be kept.".formatted(id, name, word));
    }
  }
}
