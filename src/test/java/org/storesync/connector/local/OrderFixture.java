package org.storesync.connector.local;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storesync.connector.DocumentId;
import org.storesync.connector.StoreAccess;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.kind.salesorder.SalesOrder.Fulfiller;
import org.storesync.kind.salesorder.SalesOrder.OrderStatus;

/** Sales orders as Amazon tells them, with named deviations from an ordinary one. */
final class OrderFixture {

  static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

  /** In Los Angeles still the day before. */
  static final Instant ORDERED = Instant.parse("2026-11-20T05:30:00Z");

  private final String amazonOrderId;
  private OrderStatus status = OrderStatus.UNSHIPPED;
  private Fulfiller fulfiller = Fulfiller.SELLER;
  private String currency = "USD";
  private String otherCharges = "0";
  private String wrongTotal;
  private boolean buyerIsTold = true;
  private final List<SalesOrder.Line> lines = new ArrayList<>();

  private OrderFixture(String amazonOrderId) {
    this.amazonOrderId = amazonOrderId;
  }

  /** Unshipped, by the seller, in USD, to a named buyer; lines are to be added. */
  static OrderFixture anOrder(String amazonOrderId) {
    return new OrderFixture(amazonOrderId);
  }

  static StoreAccess aStore(long id) {
    return new StoreAccess(id, "Store " + id, Map.of(), LOS_ANGELES, Optional.empty(), false);
  }

  OrderFixture in(OrderStatus how) {
    status = how;
    return this;
  }

  OrderFixture fulfilledByAmazon() {
    fulfiller = Fulfiller.MARKETPLACE;
    return this;
  }

  OrderFixture inCurrency(String code) {
    currency = code;
    return this;
  }

  OrderFixture withOtherCharges(String amount) {
    otherCharges = amount;
    return this;
  }

  OrderFixture withTotal(String amount) {
    wrongTotal = amount;
    return this;
  }

  OrderFixture withoutBuyer() {
    buyerIsTold = false;
    return this;
  }

  /** A line of this quantity for this amount, without shipping, tax or discount. */
  OrderFixture line(String sku, int quantity, String amount) {
    return line(sku, "", quantity, amount, "0", "0", "0");
  }

  OrderFixture lineWithAsin(String sku, String asin, int quantity, String amount) {
    return line(sku, asin, quantity, amount, "0", "0", "0");
  }

  OrderFixture line(
      String sku,
      String asin,
      int quantity,
      String items,
      String shipping,
      String discount,
      String tax) {
    BigDecimal total =
        new BigDecimal(items)
            .add(new BigDecimal(shipping))
            .add(new BigDecimal(discount))
            .add(new BigDecimal(tax));
    return line(sku, asin, quantity, items, shipping, discount, tax, total.toPlainString());
  }

  OrderFixture line(
      String sku,
      String asin,
      int quantity,
      String items,
      String shipping,
      String discount,
      String tax,
      String total) {
    lines.add(
        new SalesOrder.Line(
            "line-" + (lines.size() + 1),
            sku,
            asin,
            "A thing named " + sku,
            quantity,
            status == OrderStatus.SHIPPED ? quantity : 0,
            Optional.empty(),
            new BigDecimal(items),
            new BigDecimal(shipping),
            BigDecimal.ZERO,
            new BigDecimal(discount),
            new BigDecimal(tax),
            BigDecimal.ZERO,
            new BigDecimal(total)));
    return this;
  }

  SalesOrder build() {
    BigDecimal sum =
        lines.stream()
            .map(SalesOrder.Line::total)
            .reduce(new BigDecimal(otherCharges), BigDecimal::add);
    return new SalesOrder(
        new DocumentId(amazonOrderId),
        Optional.of(ORDERED.plusSeconds(60)),
        ORDERED,
        status,
        fulfiller,
        "ATVPDKIKX0DER",
        "Amazon.com",
        Optional.empty(),
        buyerIsTold
            ? Optional.of(new SalesOrder.Buyer("Zoë Bäcker", "zoe@example.test", "", "PO-77"))
            : Optional.empty(),
        buyerIsTold
            ? Optional.of(
                new SalesOrder.Address(
                    "Zoë Bäcker",
                    "",
                    "Secret Lane 5",
                    "",
                    "",
                    "Springfield",
                    "",
                    "OR",
                    "97477",
                    "US",
                    "+1 555 0100"))
            : Optional.empty(),
        "Standard",
        Optional.of(ORDERED.plusSeconds(172_800)),
        Optional.empty(),
        currency,
        List.copyOf(lines),
        new BigDecimal(otherCharges),
        wrongTotal == null ? sum : new BigDecimal(wrongTotal));
  }
}
