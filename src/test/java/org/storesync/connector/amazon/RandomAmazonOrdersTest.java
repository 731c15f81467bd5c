package org.storesync.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonPointer;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.kind.salesorder.SalesOrder.Line;
import org.storesync.kind.salesorder.SalesOrder.OrderStatus;

/** What holds of any order that Amazon may send, also of one that is torn. */
class RandomAmazonOrdersTest {

  private static final List<String> TYPES =
      List.of(
          "ITEM", "SHIPPING", "GIFT_WRAP", "DISCOUNT", "TAX", "COD_FEE", "OTHER", "SOMETHING_NEW");

  private final AmazonOrderReader reader = new AmazonOrderReader();

  /** The money of one order line: what Amazon may leave out is absent. */
  private record Breakdown(String type, BigDecimal amount) {}

  private record Item(
      int quantity, String title, List<Breakdown> breakdowns, Optional<BigDecimal> total) {

    BigDecimal sum(String type) {
      return breakdowns.stream()
          .filter(breakdown -> breakdown.type().equals(type))
          .map(Breakdown::amount)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /** An order as somebody placed it, before it is told in Amazon's words. */
  private record Told(
      String currency,
      String status,
      List<Item> items,
      Optional<BigDecimal> grandTotal,
      boolean withPeople,
      boolean withChannel,
      Optional<String> replaces) {

    JsonObject json() {
      JsonObjectBuilder order =
          Json.createObjectBuilder()
              .add("orderId", "114-0000000-0000001")
              .add("createdTime", "2026-11-20T10:00:00Z")
              .add("lastUpdatedTime", "2026-11-20T11:00:00.123Z")
              .add(
                  "fulfillment",
                  Json.createObjectBuilder()
                      .add("fulfillmentStatus", status)
                      .add("fulfilledBy", withPeople ? "MERCHANT" : "AMAZON"));
      JsonArrayBuilder lines = Json.createArrayBuilder();
      for (int place = 0; place < items.size(); place++) {
        lines.add(line(place, items.get(place)));
      }
      order.add("orderItems", lines);
      grandTotal.ifPresent(
          total ->
              order.add("proceeds", Json.createObjectBuilder().add("grandTotal", money(total))));
      if (withPeople) {
        order.add("buyer", Json.createObjectBuilder().add("buyerName", items.get(0).title()));
        order.add(
            "recipient",
            Json.createObjectBuilder()
                .add(
                    "deliveryAddress",
                    Json.createObjectBuilder().add("name", items.get(0).title())));
      }
      if (withChannel) {
        order.add("salesChannel", Json.createObjectBuilder().add("marketplaceId", "ATVPDKIKX0DER"));
      }
      replaces.ifPresent(
          id ->
              order.add(
                  "associatedOrders",
                  Json.createArrayBuilder()
                      .add(
                          Json.createObjectBuilder()
                              .add("orderId", id)
                              .add("associationType", "REPLACEMENT_ORIGINAL_ID"))));
      return order.build();
    }

    private JsonObjectBuilder line(int place, Item item) {
      JsonArrayBuilder breakdowns = Json.createArrayBuilder();
      for (Breakdown breakdown : item.breakdowns()) {
        breakdowns.add(
            Json.createObjectBuilder()
                .add("type", breakdown.type())
                .add("subtotal", money(breakdown.amount())));
      }
      JsonObjectBuilder proceeds = Json.createObjectBuilder().add("breakdowns", breakdowns);
      item.total().ifPresent(total -> proceeds.add("proceedsTotal", money(total)));
      return Json.createObjectBuilder()
          .add("orderItemId", String.valueOf(place))
          .add("quantityOrdered", item.quantity())
          .add("product", Json.createObjectBuilder().add("title", item.title()))
          .add("proceeds", proceeds);
    }

    private JsonObjectBuilder money(BigDecimal amount) {
      return Json.createObjectBuilder()
          .add("amount", amount.toPlainString())
          .add("currencyCode", currency);
    }
  }

  @Provide
  Arbitrary<Told> orders() {
    return Arbitraries.of(
            Tuple.of("USD", 2), Tuple.of("EUR", 2), Tuple.of("JPY", 0), Tuple.of("KWD", 3))
        .flatMap(currency -> orders(currency.get1(), currency.get2()));
  }

  private static Arbitrary<Told> orders(String currency, int decimals) {
    Arbitrary<BigDecimal> amounts =
        Arbitraries.bigDecimals()
            .between(new BigDecimal("-1000"), new BigDecimal("100000"))
            .ofScale(decimals);
    Arbitrary<List<Breakdown>> breakdowns =
        Combinators.combine(Arbitraries.of(TYPES), amounts).as(Breakdown::new).list().ofMaxSize(10);
    Arbitrary<String> words = Arbitraries.of("Cup", "Zoë Ångström", "東京の皿", "🍵 “tea”", "", "{0}");
    Arbitrary<Item> items =
        Combinators.combine(
                Arbitraries.integers().between(0, 1_000), words, breakdowns, amounts.optional(0.7))
            .as(Item::new);
    return Combinators.combine(
            Arbitraries.just(currency),
            Arbitraries.of("UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED", "CANCELLED", "PENDING"),
            items.list().ofMinSize(1).ofMaxSize(5),
            amounts.optional(0.7),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.just("9-9-9").optional(0.2))
        .as(Told::new);
  }

  @Property
  void the_amounts_of_each_line_add_up_to_its_total_to_the_cent(@ForAll("orders") Told told)
      throws UnreadableOrder {
    for (Line line : reader.read(told.json()).lines()) {
      assertThat(
              line.items()
                  .add(line.shipping())
                  .add(line.giftWrap())
                  .add(line.discount())
                  .add(line.tax())
                  .add(line.other()))
          .isEqualByComparingTo(line.total());
    }
  }

  @Property
  void the_lines_and_what_the_whole_order_costs_add_up_to_its_total(@ForAll("orders") Told told)
      throws UnreadableOrder {
    SalesOrder order = reader.read(told.json());

    assertThat(
            order.lines().stream().map(Line::total).reduce(order.otherCharges(), BigDecimal::add))
        .isEqualByComparingTo(order.total());
  }

  @Property
  void the_totals_are_amazons_where_amazon_states_them(@ForAll("orders") Told told)
      throws UnreadableOrder {
    SalesOrder order = reader.read(told.json());

    told.grandTotal().ifPresent(total -> assertThat(order.total()).isEqualTo(total));
    for (int place = 0; place < told.items().size(); place++) {
      Line line = order.lines().get(place);
      told.items().get(place).total().ifPresent(total -> assertThat(line.total()).isEqualTo(total));
    }
  }

  @Property
  void each_amount_stands_where_amazon_put_it_and_discounts_only_ever_deduct(
      @ForAll("orders") Told told) throws UnreadableOrder {
    List<Line> lines = reader.read(told.json()).lines();
    for (int place = 0; place < told.items().size(); place++) {
      Item item = told.items().get(place);
      Line line = lines.get(place);
      assertThat(line.items()).isEqualByComparingTo(item.sum("ITEM"));
      assertThat(line.shipping()).isEqualByComparingTo(item.sum("SHIPPING"));
      assertThat(line.giftWrap()).isEqualByComparingTo(item.sum("GIFT_WRAP"));
      assertThat(line.tax()).isEqualByComparingTo(item.sum("TAX"));
      assertThat(line.discount())
          .isEqualByComparingTo(
              item.breakdowns().stream()
                  .filter(breakdown -> breakdown.type().equals("DISCOUNT"))
                  .map(breakdown -> breakdown.amount().abs().negate())
                  .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
  }

  @Property
  void an_order_has_amazons_currency_and_without_any_amount_only_where_it_costs_nothing(
      @ForAll("orders") Told told) throws UnreadableOrder {
    SalesOrder order = reader.read(told.json());
    boolean priced =
        told.grandTotal().isPresent()
            || told.items().stream()
                .anyMatch(item -> item.total().isPresent() || !item.breakdowns().isEmpty());
    boolean costsNothing =
        told.withChannel()
            && order.status() != OrderStatus.PENDING
            && (told.replaces().isPresent() || order.status() == OrderStatus.CANCELLED);

    assertThat(order.currency()).isEqualTo(priced ? told.currency() : costsNothing ? "USD" : "");
  }

  /** Something in the order is not as Amazon's model says. */
  private record Damage(int place, JsonValue instead) {

    JsonObject to(JsonObject order) {
      List<String> places = new ArrayList<>();
      addPlaces(order, "", places);
      places.remove("/orderId");
      JsonPointer pointer = Json.createPointer(places.get(place % places.size()));
      return pointer.replace(order, instead);
    }

    private static void addPlaces(JsonStructure parent, String path, List<String> places) {
      if (parent instanceof JsonObject object) {
        object.forEach(
            (name, value) -> addPlace(value, path + "/" + Json.encodePointer(name), places));
      } else {
        for (int place = 0; place < parent.asJsonArray().size(); place++) {
          addPlace(parent.asJsonArray().get(place), path + "/" + place, places);
        }
      }
    }

    private static void addPlace(JsonValue value, String path, List<String> places) {
      places.add(path);
      if (value instanceof JsonStructure child) {
        addPlaces(child, path, places);
      }
    }
  }

  @Provide
  Arbitrary<Damage> damages() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 200),
            Arbitraries.of(
                JsonValue.NULL,
                JsonValue.TRUE,
                JsonValue.EMPTY_JSON_OBJECT,
                JsonValue.EMPTY_JSON_ARRAY,
                Json.createValue(""),
                Json.createValue(" 12.30 "),
                Json.createValue("12,30"),
                Json.createValue("1E+1000000000"),
                Json.createValue("1E-1000000000"),
                Json.createValue("NaN"),
                Json.createValue("GBP"),
                Json.createValue("+1000000000-12-31T00:00:00Z"),
                Json.createValue(-3),
                Json.createValue(new BigDecimal("2.5")),
                Json.createValue(4_294_967_297L)))
        .as(Damage::new);
  }

  @Property
  void a_torn_order_is_unreadable_or_still_adds_up(
      @ForAll("orders") Told told, @ForAll("damages") Damage damage) {
    try {
      SalesOrder order = reader.read(damage.to(told.json()));
      assertThat(
              order.lines().stream().map(Line::total).reduce(order.otherCharges(), BigDecimal::add))
          .isEqualByComparingTo(order.total());
    } catch (UnreadableOrder reason) {
      assertThat(reason).hasMessageContaining("114-0000000-0000001");
    }
  }

  @Property
  void a_quantity_is_read_as_it_is_or_makes_the_order_unreadable(
      @ForAll("orders") Told told, @ForAll("quantities") JsonNumber quantity) {
    JsonObject order =
        Json.createPointer("/orderItems/0/quantityOrdered").replace(told.json(), quantity);
    try {
      assertThat(BigDecimal.valueOf(reader.read(order).lines().get(0).quantity()))
          .isEqualByComparingTo(quantity.bigDecimalValue());
    } catch (UnreadableOrder reason) {
      assertThat(reason).hasMessageContaining("114-0000000-0000001");
    }
  }

  @Provide
  Arbitrary<JsonNumber> quantities() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.integers().between(0, 10).map(Json::createValue)),
        Tuple.of(1, Arbitraries.longs().map(Json::createValue)),
        Tuple.of(1, Arbitraries.bigDecimals().ofScale(1).map(Json::createValue)));
  }
}
