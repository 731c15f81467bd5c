package org.storesync.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.storesync.simulator.order.OrderEntry;
import org.storesync.simulator.order.OrderFilter;
import org.storesync.simulator.order.OrderQuery;
import org.storesync.simulator.order.OrderWindow;
import org.storesync.simulator.order.OrderWindow.Axis;

class DemoOrdersTest {

  private static final Instant START = Instant.parse("2026-07-01T09:30:00Z");
  private static final DemoProfile PROFILE = DemoProfile.usual("seller", START, 20);
  private static final List<JsonObject> ORDERS = orders(PROFILE, Axis.UPDATED, START);

  @Test
  void there_are_six_months_of_about_twenty_orders_a_day() {
    List<JsonObject> byCreation = orders(PROFILE, Axis.CREATED, START);

    assertThat(byCreation).hasSize(ORDERS.size()).hasSizeBetween(180 * 18, 182 * 22);
    assertThat(byCreation.get(0).getString("createdTime")).startsWith("2026-01-01");
  }

  @Test
  void no_id_is_used_twice_and_each_order_is_found_by_its_id() {
    DemoOrders restarted = new DemoOrders(PROFILE);

    assertThat(ids(ORDERS))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("\\d{3}-\\d{7}-\\d{7}"));
    assertThat(items(ORDERS))
        .extracting(item -> item.getString("orderItemId"))
        .doesNotHaveDuplicates();
    for (JsonObject order : ORDERS) {
      assertThat(restarted.order(order.getString("orderId"), START)).contains(order);
    }
  }

  @Test
  void a_restart_changes_nothing_and_another_seed_or_seller_everything() {
    DemoProfile otherSeed = new DemoProfile("seller", 2, START, 181, 20, 0.01, 0, false);

    assertThat(orders(PROFILE, Axis.UPDATED, START)).isEqualTo(ORDERS);
    assertThat(ids(orders(otherSeed, Axis.UPDATED, START)))
        .doesNotContainAnyElementsOf(ids(ORDERS));
    assertThat(ids(orders(DemoProfile.usual("other", START, 20), Axis.UPDATED, START)))
        .doesNotContainAnyElementsOf(ids(ORDERS));
  }

  @Test
  void all_totals_are_the_exact_sums_of_their_parts() {
    List<JsonObject> settled = ORDERS.stream().filter(has("proceeds")).toList();

    assertThat(settled).isNotEmpty();
    for (JsonObject order : settled) {
      JsonObject proceeds = order.getJsonObject("proceeds");
      Map<String, BigDecimal> ofLines = new HashMap<>();
      for (JsonObject item : items(List.of(order))) {
        JsonObject ofLine = item.getJsonObject("proceeds");
        assertThat(amount(ofLine.getJsonObject("proceedsTotal"))).isEqualByComparingTo(sum(ofLine));
        breakdowns(ofLine)
            .forEach(
                part -> ofLines.merge(part.getString("type"), subtotal(part), BigDecimal::add));
        breakdowns(ofLine).filter(has("detailedBreakdowns")).forEach(DemoOrdersTest::detailsAddUp);
      }
      assertThat(amount(proceeds.getJsonObject("grandTotal"))).isEqualByComparingTo(sum(proceeds));
      breakdowns(proceeds)
          .filter(part -> !part.getString("type").equals("DELIVERY_TIP"))
          .forEach(
              part ->
                  assertThat(subtotal(part))
                      .isEqualByComparingTo(ofLines.get(part.getString("type"))));
    }
  }

  @Test
  void the_price_of_a_line_is_quantity_times_price_of_one() {
    for (JsonObject item : items(ORDERS.stream().filter(has("proceeds")).toList())) {
      BigDecimal one =
          amount(item.getJsonObject("product").getJsonObject("price").getJsonObject("unitPrice"));
      JsonObject goods = breakdowns(item.getJsonObject("proceeds")).findFirst().orElseThrow();

      assertThat(subtotal(goods))
          .isEqualByComparingTo(one.multiply(BigDecimal.valueOf(item.getInt("quantityOrdered"))));
    }
  }

  @Test
  void orders_come_in_every_currency_and_yen_have_no_decimals() {
    Map<String, List<String>> amounts =
        ORDERS.stream()
            .filter(has("proceeds"))
            .map(order -> order.getJsonObject("proceeds").getJsonObject("grandTotal"))
            .collect(
                Collectors.groupingBy(
                    money -> money.getString("currencyCode"),
                    Collectors.mapping(money -> money.getString("amount"), Collectors.toList())));

    assertThat(amounts).containsOnlyKeys("USD", "CAD", "EUR", "GBP", "JPY");
    assertThat(amounts.get("JPY")).allMatch(amount -> amount.matches("\\d+"));
    assertThat(amounts.get("EUR")).allMatch(amount -> amount.matches("\\d+\\.\\d\\d"));
  }

  @Test
  void the_seller_ships_about_three_in_five() {
    assertThat(share(order -> "MERCHANT".equals(fulfillment(order, "fulfilledBy"))))
        .isCloseTo(0.6, within(0.05));
  }

  @Test
  void every_status_and_every_oddity_occurs() {
    List<JsonObject> many =
        orders(new DemoProfile("many", 1, START, 15, 400, 0.01, 0, false), Axis.UPDATED, START);

    assertThat(many)
        .extracting(order -> fulfillment(order, "fulfillmentStatus"))
        .contains(
            "PENDING", "UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED", "CANCELLED", "UNFULFILLABLE");
    assertThat(many)
        .anyMatch(has("associatedOrders"))
        .anyMatch(has("packages"))
        .anyMatch(has("tax"));
    assertThat(many.stream().map(JsonObject::toString))
        .anyMatch(text -> text.contains("Müller"))
        .anyMatch(text -> text.contains("Łukasz"))
        .anyMatch(text -> text.contains("日本"))
        .anyMatch(text -> text.contains("DELIVERY_TIP"))
        .anyMatch(text -> text.contains("GIFT_WRAP"))
        .anyMatch(text -> text.contains("COD_FEE"))
        .anyMatch(text -> text.contains("DISCOUNT"));
  }

  @Test
  void about_one_order_in_a_hundred_has_an_sku_that_nobody_knows() {
    List<JsonObject> many =
        orders(new DemoProfile("many", 1, START, 30, 200, 0.01, 0, false), Axis.UPDATED, START);
    long bad = many.stream().filter(order -> order.toString().contains("UNKNOWN-")).count();

    assertThat((double) bad / many.size()).isCloseTo(0.01, within(0.004));
  }

  @Test
  void a_replacement_costs_nothing_and_names_an_order_that_exists() {
    DemoOrders book = new DemoOrders(PROFILE);
    List<JsonObject> replacements = ORDERS.stream().filter(has("associatedOrders")).toList();

    assertThat(replacements).isNotEmpty();
    for (JsonObject replacement : replacements) {
      JsonObject link = replacement.getJsonArray("associatedOrders").getJsonObject(0);
      assertThat(link.getString("associationType")).isEqualTo("REPLACEMENT_ORIGINAL_ID");
      assertThat(book.order(link.getString("orderId"), START)).isPresent();
      if (replacement.containsKey("proceeds")) {
        assertThat(amount(replacement.getJsonObject("proceeds").getJsonObject("grandTotal")))
            .isZero();
      }
    }
  }

  @Test
  void orders_that_amazon_ships_show_neither_name_nor_street() {
    for (JsonObject order : ORDERS) {
      if (order.containsKey("recipient")) {
        JsonObject address = order.getJsonObject("recipient").getJsonObject("deliveryAddress");
        boolean merchant = fulfillment(order, "fulfilledBy").equals("MERCHANT");
        assertThat(address.containsKey("name")).isEqualTo(merchant);
        assertThat(address.containsKey("addressLine1")).isEqualTo(merchant);
        assertThat(address).containsKey("city");
      }
    }
  }

  @Test
  void pending_orders_show_no_money_but_in_japan_a_price() {
    List<JsonObject> pending =
        orders(new DemoProfile("many", 1, START, 1, 2000, 0.01, 0, false), Axis.UPDATED, START)
            .stream()
            .filter(order -> fulfillment(order, "fulfillmentStatus").equals("PENDING"))
            .toList();

    assertThat(pending).isNotEmpty().noneMatch(has("proceeds")).noneMatch(has("recipient"));
    assertThat(items(pending)).anyMatch(item -> item.getJsonObject("product").containsKey("price"));
  }

  @Test
  void as_the_clock_goes_on_orders_arrive_and_change() {
    DemoOrders book = new DemoOrders(PROFILE);
    Instant later = START.plus(Duration.ofDays(3));
    List<JsonObject> then = orders(PROFILE, Axis.UPDATED, later);

    assertThat(then.size() - ORDERS.size()).isBetween(40, 90);
    assertThat(ORDERS)
        .filteredOn(order -> fulfillment(order, "fulfillmentStatus").equals("UNSHIPPED"))
        .isNotEmpty()
        .allSatisfy(
            order ->
                assertThat(book.order(order.getString("orderId"), later))
                    .hasValueSatisfying(
                        now ->
                            assertThat(now.getString("lastUpdatedTime"))
                                .isGreaterThan(order.getString("lastUpdatedTime"))));
  }

  @Test
  void an_order_is_in_the_list_once_with_its_last_update() {
    for (OrderEntry entry : entries(PROFILE, Axis.UPDATED, START)) {
      assertThat(Instant.parse(entry.order().getString("lastUpdatedTime")))
          .isEqualTo(entry.position().time());
    }
  }

  @Test
  void nothing_changes_later_than_the_longest_story() {
    for (JsonObject order : orders(PROFILE, Axis.UPDATED, START.plus(Duration.ofDays(40)))) {
      Instant created = Instant.parse(order.getString("createdTime"));
      assertThat(Instant.parse(order.getString("lastUpdatedTime")))
          .isBetween(created, created.plus(Story.LONGEST));
    }
  }

  @Test
  void after_two_years_only_japan_still_shows_its_orders() {
    Instant late = START.plus(Duration.ofDays(800));
    List<JsonObject> shown =
        orders(new DemoProfile("old", 1, START, 30, 20, 0, 0, true), Axis.CREATED, late);

    assertThat(shown)
        .isNotEmpty()
        .allMatch(
            order ->
                order
                    .getJsonObject("salesChannel")
                    .getString("marketplaceName")
                    .equals("Amazon.co.jp"));
  }

  @Test
  void a_steady_account_has_exactly_what_was_asked_for_and_no_growth() {
    DemoProfile steady = new DemoProfile("steady", 1, START, 10, 100, 0, 2, true);

    List<JsonObject> later = orders(steady, Axis.UPDATED, START.plus(Duration.ofDays(30)));

    assertThat(later).hasSize(1000);
    assertThat(later)
        .filteredOn(order -> !order.containsKey("associatedOrders"))
        .allMatch(order -> order.getJsonArray("orderItems").size() == 2);
  }

  private static void detailsAddUp(JsonObject part) {
    BigDecimal sum =
        part.getJsonArray("detailedBreakdowns").getValuesAs(JsonObject.class).stream()
            .map(detail -> amount(detail.getJsonObject("value")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(subtotal(part));
  }

  private static double share(Predicate<JsonObject> property) {
    return (double) ORDERS.stream().filter(property).count() / ORDERS.size();
  }

  private static BigDecimal sum(JsonObject proceeds) {
    return breakdowns(proceeds)
        .map(DemoOrdersTest::subtotal)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Stream<JsonObject> breakdowns(JsonObject proceeds) {
    return proceeds.getJsonArray("breakdowns").getValuesAs(JsonObject.class).stream();
  }

  private static BigDecimal subtotal(JsonObject breakdown) {
    return amount(breakdown.getJsonObject("subtotal"));
  }

  private static BigDecimal amount(JsonObject money) {
    return new BigDecimal(money.getString("amount"));
  }

  private static Predicate<JsonObject> has(String field) {
    return object -> object.containsKey(field);
  }

  private static String fulfillment(JsonObject order, String field) {
    return order.getJsonObject("fulfillment").getString(field);
  }

  private static List<JsonObject> items(List<JsonObject> orders) {
    return orders.stream()
        .flatMap(order -> order.getJsonArray("orderItems").stream())
        .map(JsonValue::asJsonObject)
        .toList();
  }

  private static List<String> ids(List<JsonObject> orders) {
    return orders.stream().map(order -> order.getString("orderId")).toList();
  }

  private static List<JsonObject> orders(DemoProfile profile, Axis axis, Instant now) {
    return entries(profile, axis, now).stream().map(OrderEntry::order).toList();
  }

  private static List<OrderEntry> entries(DemoProfile profile, Axis axis, Instant now) {
    OrderWindow everything = new OrderWindow(axis, Instant.EPOCH, now);
    return new DemoOrders(profile)
        .page(new OrderQuery(everything, OrderFilter.ALL, Optional.empty(), 1_000_000, now));
  }
}
