package org.storesync.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.kind.salesorder.SalesOrder.Fulfiller;
import org.storesync.kind.salesorder.SalesOrder.Line;
import org.storesync.kind.salesorder.SalesOrder.OrderStatus;

class AmazonOrderReaderTest {

  private final AmazonOrderReader reader = new AmazonOrderReader();

  private SalesOrder read(String json) throws UnreadableOrder {
    return reader.read(AmazonOrders.json(json));
  }

  /** An order with one line; the parts are JSON members. */
  private static String order(String proceeds, String item, String... further) {
    return """
        {"orderId":"1-2-3","createdTime":"2026-11-20T10:00:00Z","lastUpdatedTime":"2026-11-20T11:00:00.123Z",
         "salesChannel":{"channelName":"AMAZON","marketplaceId":"ATVPDKIKX0DER"}%s%s,
         "orderItems":[{"orderItemId":"1","quantityOrdered":2,"product":{"sellerSku":"SKU"}%s}]}
        """
        .formatted(
            Stream.of(further).anyMatch(part -> part.contains("\"fulfillment\""))
                ? ""
                : ",\"fulfillment\":{\"fulfillmentStatus\":\"UNSHIPPED\",\"fulfilledBy\":\"MERCHANT\"}",
            (proceeds.isEmpty() ? "" : "," + proceeds)
                + String.join("", Stream.of(further).map(part -> "," + part).toList()),
            item.isEmpty() ? "" : "," + item);
  }

  private static String money(String name, String amount, String currency) {
    return "\"%s\":{\"amount\":\"%s\",\"currencyCode\":\"%s\"}".formatted(name, amount, currency);
  }

  private static String breakdown(String type, String amount) {
    return "{\"type\":\"%s\",%s}".formatted(type, money("subtotal", amount, "USD"));
  }

  private static String itemProceeds(String total, String... breakdowns) {
    return "\"proceeds\":{%s\"breakdowns\":[%s]}"
        .formatted(
            total.isEmpty() ? "" : money("proceedsTotal", total, "USD") + ",",
            String.join(",", breakdowns));
  }

  private static String grandTotal(String amount) {
    return "\"proceeds\":{%s}".formatted(money("grandTotal", amount, "USD"));
  }

  private static BigDecimal sum(Line line) {
    return line.items()
        .add(line.shipping())
        .add(line.giftWrap())
        .add(line.discount())
        .add(line.tax())
        .add(line.other());
  }

  private static void addsUp(SalesOrder order) {
    BigDecimal lines = BigDecimal.ZERO;
    for (Line line : order.lines()) {
      assertThat(sum(line)).isEqualByComparingTo(line.total());
      assertThat(line.discount()).isNotPositive();
      lines = lines.add(line.total());
    }
    assertThat(lines.add(order.otherCharges())).isEqualByComparingTo(order.total());
  }

  @Test
  void every_amount_of_a_line_finds_its_place() throws Exception {
    SalesOrder order =
        read(
            order(
                grandTotal("31.10"),
                itemProceeds(
                    "31.10",
                    breakdown("ITEM", "20.00"),
                    breakdown("SHIPPING", "5.00"),
                    breakdown("GIFT_WRAP", "3.00"),
                    breakdown("DISCOUNT", "-2.00"),
                    breakdown("TAX", "2.10"),
                    breakdown("COD_FEE", "2.00"),
                    breakdown("OTHER", "0.50"),
                    breakdown("SOMETHING_NEW", "0.50"))));

    Line line = order.lines().get(0);
    assertThat(line.items()).isEqualByComparingTo("20.00");
    assertThat(line.shipping()).isEqualByComparingTo("5.00");
    assertThat(line.giftWrap()).isEqualByComparingTo("3.00");
    assertThat(line.discount()).isEqualByComparingTo("-2.00");
    assertThat(line.tax()).isEqualByComparingTo("2.10");
    assertThat(line.other()).isEqualByComparingTo("3.00");
    assertThat(order.total()).isEqualByComparingTo("31.10");
    assertThat(order.otherCharges()).isZero();
    addsUp(order);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.00", "-2.00"})
  void a_discount_is_a_deduction_whatever_its_sign(String discount) throws Exception {
    SalesOrder order =
        read(
            order(
                grandTotal("18.00"),
                itemProceeds(
                    "18.00", breakdown("ITEM", "20.00"), breakdown("DISCOUNT", discount))));

    assertThat(order.lines().get(0).discount()).isEqualByComparingTo("-2.00");
    assertThat(order.lines().get(0).other()).isZero();
    addsUp(order);
  }

  @Test
  void what_the_breakdowns_do_not_explain_is_other() throws Exception {
    SalesOrder order =
        read(order(grandTotal("20.01"), itemProceeds("20.01", breakdown("ITEM", "20.00"))));

    assertThat(order.lines().get(0).other()).isEqualByComparingTo("0.01");
    addsUp(order);
  }

  @Test
  void without_a_total_of_the_line_its_amounts_are_added() throws Exception {
    SalesOrder order =
        read(order("", itemProceeds("", breakdown("ITEM", "20.00"), breakdown("TAX", "1.60"))));

    assertThat(order.total()).isEqualByComparingTo("21.60");
    addsUp(order);
  }

  @Test
  void a_total_without_any_breakdown_is_kept() throws Exception {
    SalesOrder order =
        read(
            order(
                grandTotal("5.00"),
                "\"proceeds\":{%s}".formatted(money("proceedsTotal", "5.00", "USD"))));

    assertThat(order.lines().get(0).total()).isEqualByComparingTo("5.00");
    addsUp(order);
  }

  @Test
  void a_tip_for_the_delivery_is_a_charge_of_the_order() throws Exception {
    SalesOrder order =
        read(order(grandTotal("23.00"), itemProceeds("20.00", breakdown("ITEM", "20.00"))));

    assertThat(order.total()).isEqualByComparingTo("23.00");
    assertThat(order.otherCharges()).isEqualByComparingTo("3.00");
    addsUp(order);
  }

  @Test
  void yen_have_no_decimals() throws Exception {
    SalesOrder order =
        read(
            order(
                "\"proceeds\":{%s}".formatted(money("grandTotal", "19940", "JPY")),
                "\"proceeds\":{%s}".formatted(money("proceedsTotal", "19940", "JPY"))));

    assertThat(order.currency()).isEqualTo("JPY");
    assertThat(order.total()).isEqualTo(new BigDecimal("19940"));
  }

  @Test
  void an_order_that_costs_nothing_is_fine() throws Exception {
    SalesOrder order =
        read(order(grandTotal("0.00"), itemProceeds("0.00", breakdown("ITEM", "0.00"))));

    assertThat(order.total()).isZero();
    assertThat(order.currency()).isEqualTo("USD");
  }

  @Test
  void two_currencies_in_one_order_make_it_unreadable() {
    assertThatThrownBy(
            () ->
                read(
                    order(
                        "\"proceeds\":{%s}".formatted(money("grandTotal", "5", "EUR")),
                        itemProceeds("5.00"))))
        .isInstanceOf(UnreadableOrder.class)
        .hasMessageContaining("EUR")
        .hasMessageContaining("USD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "1,5", "12.3.4"})
  void an_amount_that_is_no_number_makes_the_order_unreadable(String amount) {
    assertThatThrownBy(() -> read(order(grandTotal(amount), "")))
        .isInstanceOf(UnreadableOrder.class)
        .hasMessageContaining("1-2-3");
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING_AVAILABILITY,PENDING",
    "PENDING,PENDING",
    "UNSHIPPED,UNSHIPPED",
    "PARTIALLY_SHIPPED,PARTIALLY_SHIPPED",
    "SHIPPED,SHIPPED",
    "CANCELLED,CANCELLED",
    "UNFULFILLABLE,UNFULFILLABLE"
  })
  void every_status_of_amazon_has_ours(String amazons, OrderStatus ours) throws Exception {
    assertThat(
            read(order(
                    "",
                    "",
                    "\"fulfillment\":{\"fulfillmentStatus\":\"%s\",\"fulfilledBy\":\"AMAZON\"}"
                        .formatted(amazons)))
                .status())
        .isEqualTo(ours);
  }

  @Test
  void an_unknown_status_makes_the_order_unreadable_and_is_named() {
    assertThatThrownBy(
            () ->
                read(
                    order(
                        "",
                        "",
                        "\"fulfillment\":{\"fulfillmentStatus\":\"LOST\",\"fulfilledBy\":\"AMAZON\"}")))
        .isInstanceOf(UnreadableOrder.class)
        .hasMessageContaining("LOST");
  }

  @Test
  void without_fulfilment_data_the_order_is_unreadable() {
    JsonObject order = AmazonOrders.json(AmazonOrders.withTwoLines(1));
    JsonObject without = Json.createObjectBuilder(order).remove("fulfillment").build();

    assertThatThrownBy(() -> reader.read(without))
        .isInstanceOf(UnreadableOrder.class)
        .hasMessageContaining("fulfilment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"createdTime", "orderItems"})
  void what_an_order_must_have_is_missed(String member) {
    JsonObject order = AmazonOrders.json(AmazonOrders.withTwoLines(1));

    assertThatThrownBy(() -> reader.read(Json.createObjectBuilder(order).remove(member).build()))
        .isInstanceOf(UnreadableOrder.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lastUpdatedTime", "salesChannel", "proceeds"})
  void what_an_order_may_lack_is_not_missed(String member) throws Exception {
    JsonObject order = AmazonOrders.json(AmazonOrders.withTwoLines(1));

    SalesOrder read = reader.read(Json.createObjectBuilder(order).remove(member).build());

    assertThat(read.total()).isEqualByComparingTo("27.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "+10000-01-01T00:00:00Z", "0000-06-01T00:00:00Z"})
  void a_time_that_is_none_or_that_nobody_can_keep_makes_the_order_unreadable(String time) {
    JsonObject order = AmazonOrders.json(AmazonOrders.withTwoLines(1));

    assertThatThrownBy(
            () -> reader.read(Json.createObjectBuilder(order).add("createdTime", time).build()))
        .isInstanceOf(UnreadableOrder.class)
        .hasMessageContaining("createdTime")
        .hasMessageContaining(time);
  }

  @Test
  void times_may_have_any_zone() throws Exception {
    JsonObject order = AmazonOrders.json(AmazonOrders.withTwoLines(1));

    SalesOrder read =
        reader.read(
            Json.createObjectBuilder(order)
                .add("createdTime", "2026-11-20T19:00:00+09:00")
                .build());

    assertThat(read.created()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    assertThat(read.modified()).contains(Instant.parse("2026-11-20T11:00:00.123Z"));
  }

  @Test
  void a_pending_order_without_prices_has_no_currency() throws Exception {
    SalesOrder order =
        read(
            order(
                "",
                "",
                "\"fulfillment\":{\"fulfillmentStatus\":\"PENDING\",\"fulfilledBy\":\"MERCHANT\"}"));

    assertThat(order.currency()).isEmpty();
    assertThat(order.total()).isZero();
    assertThat(order.amount()).isEmpty();
  }

  @Test
  void a_replacement_names_the_order_that_it_replaces_and_costs_nothing() throws Exception {
    SalesOrder order =
        read(
            order(
                "",
                "",
                "\"associatedOrders\":[{\"orderId\":\"9-9-9\",\"associationType\":\"REPLACEMENT_ORIGINAL_ID\"}]"));

    assertThat(order.replaces()).contains("9-9-9");
    assertThat(order.currency()).isEqualTo("USD");
    assertThat(order.total()).isZero();
  }

  @Test
  void an_exchange_is_a_replacement_and_another_association_is_none() throws Exception {
    assertThat(
            read(order(
                    "",
                    "",
                    "\"associatedOrders\":[{\"orderId\":\"9\",\"associationType\":\"EXCHANGE_ORIGINAL_ID\"}]"))
                .replaces())
        .contains("9");
    assertThat(
            read(order(
                    "",
                    "",
                    "\"associatedOrders\":[{\"orderId\":\"9\",\"associationType\":\"FRIEND\"}]"))
                .replaces())
        .isEmpty();
  }

  @Test
  void buyer_and_address_are_taken_as_they_are() throws Exception {
    SalesOrder order =
        read(
            order(
                "",
                "",
                "\"buyer\":{\"buyerName\":\"Zoë Ångström\",\"buyerEmail\":\"x@marketplace.test\",\"buyerCompanyName\":\"Ltd\",\"buyerPurchaseOrderNumber\":\"PO 1\"}",
                "\"recipient\":{\"deliveryAddress\":{\"name\":\"Zoë\",\"addressLine1\":\"1 Way\",\"city\":\"東京\",\"municipality\":\"Minato\",\"postalCode\":\"150\",\"countryCode\":\"JP\"}}"));

    assertThat(order.buyer().orElseThrow().name()).isEqualTo("Zoë Ångström");
    assertThat(order.buyer().orElseThrow().purchaseOrder()).isEqualTo("PO 1");
    assertThat(order.shipTo().orElseThrow().city()).isEqualTo("東京");
    assertThat(order.shipTo().orElseThrow().district()).isEqualTo("Minato");
    assertThat(order.shipTo().orElseThrow().phone()).isEmpty();
  }

  @Test
  void an_order_of_amazon_may_have_neither_name_nor_street() throws Exception {
    SalesOrder order =
        read(
            order(
                "",
                "",
                "\"recipient\":{\"deliveryAddress\":{\"city\":\"Seattle\",\"countryCode\":\"US\"}}",
                "\"fulfillment\":{\"fulfillmentStatus\":\"SHIPPED\",\"fulfilledBy\":\"AMAZON\"}"));

    assertThat(order.fulfilledBy()).isEqualTo(Fulfiller.MARKETPLACE);
    assertThat(order.buyer()).isEmpty();
    assertThat(order.shipTo().orElseThrow().name()).isEmpty();
    assertThat(order.shipTo().orElseThrow().street1()).isEmpty();
  }

  @Test
  void quantities_and_prices_of_a_line_are_read() throws Exception {
    SalesOrder order = read(AmazonOrders.withTwoLines(1));

    Line line = order.lines().get(0);
    assertThat(line.quantity()).isEqualTo(2);
    assertThat(line.shipped()).isZero();
    assertThat(line.unitPrice()).contains(new BigDecimal("10.00"));
    assertThat(line.sku()).isEqualTo("SKU-1");
    assertThat(line.asin()).isEqualTo("B000000001");
    assertThat(order.lines().get(1).unitPrice()).isEmpty();
    assertThat(order.serviceLevel()).isEqualTo("STANDARD");
    addsUp(order);
  }

  @Test
  void what_is_not_known_is_passed_over() throws Exception {
    SalesOrder order =
        read(
            order(
                grandTotal("1.00"), "", "\"somethingNew\":{\"a\":[1,2]}", "\"programs\":\"odd\""));

    assertThat(order.total()).isEqualByComparingTo("1.00");
  }
}
