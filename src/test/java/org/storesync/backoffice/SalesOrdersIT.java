package org.storesync.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.platform.table.TableRequest;
import org.storesync.platform.table.TableSort;

@ArquillianTest
class SalesOrdersIT {

  private static final AtomicLong STORES = new AtomicLong(6_000_000);
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Inject private SalesOrders salesOrders;
  @Inject private Items items;
  @Inject private SalesOrderDesk desk;

  private final long store = STORES.incrementAndGet();

  /** Five orders of the same moment and two of other days. */
  @BeforeEach
  void seven_orders() {
    items.add(new Item("ITEM-" + store, "A thing", NOW));
    List<Order> orders = new ArrayList<>();
    for (int index = 0; index < 7; index++) {
      Instant ordered = NOW.plusSeconds(index < 5 ? 0 : 86_400L * (index - 4));
      orders.add(
          new Order(
              index == 6 ? OrderType.INVOICE : OrderType.SALES_ORDER,
              store,
              "Store " + store,
              "11" + index + "-" + store,
              content(ordered, index == 6 ? OrderStatus.COMPLETED : OrderStatus.OPEN),
              NOW));
    }
    salesOrders.saveAll(orders);
  }

  @Test
  void pages_of_a_list_sorted_by_equal_values_neither_repeat_nor_lose_an_order() {
    OrderFilter filter = filter().build();
    for (String sort : List.of("number", "amazonOrderId", "orderedAt", "shipBy")) {
      for (boolean ascending : new boolean[] {true, false}) {
        List<String> seen = new ArrayList<>();
        for (int first = 0; first < 7; first += 2) {
          salesOrders
              .page(
                  filter,
                  new TableRequest(first, 2, List.of(new TableSort(sort, ascending)), Map.of()))
              .forEach(row -> seen.add(row.number()));
        }
        assertThat(seen).as("%s %s", sort, ascending).hasSize(7).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void a_list_can_be_filtered_by_each_column_and_counts_what_it_shows() {
    OrderRow invoice = only(filter().amazonOrderId("116").build());
    assertThat(invoice.type()).isEqualTo(OrderType.INVOICE);
    assertThat(invoice.total()).isEqualTo(new BigDecimal("20.00"));
    assertThat(only(filter().number(invoice.number().toLowerCase()).build())).isEqualTo(invoice);
    assertThat(only(filter().status(OrderStatus.COMPLETED).build())).isEqualTo(invoice);
    assertThat(only(filter().type(OrderType.INVOICE).build())).isEqualTo(invoice);
    assertThat(only(filter().from(LocalDate.of(2026, 11, 26)).build())).isEqualTo(invoice);
    assertThat(salesOrders.count(filter().to(LocalDate.of(2026, 11, 24)).build())).isEqualTo(5);
    assertThat(salesOrders.count(filter().amazonOrderId("%").build())).isZero();
  }

  @Test
  void every_store_that_orders_came_from_is_offered_once() {
    assertThat(salesOrders.stores()).containsOnlyOnce(new OrderStore(store, "Store " + store));
  }

  @Test
  void one_order_is_shown_with_its_items_and_without_personal_data() {
    String number = only(filter().amazonOrderId("116").build()).number();

    OrderView view = salesOrders.view(number.toLowerCase()).orElseThrow();

    assertThat(view.itemIds()).containsValue("ITEM-" + store);
    assertThat(view.hasPersonalData()).isTrue();
    assertThat(view.content().buyer()).isEmpty();
    assertThat(salesOrders.view("SO99999999")).isEmpty();
  }

  @Test
  void personal_data_is_for_operators_only() {
    String number = only(filter().amazonOrderId("116").build()).number();

    assertThatThrownBy(() -> desk.parties(number)).isInstanceOf(EJBAccessException.class);
    assertThat(salesOrders.parties(number).orElseThrow().buyer())
        .contains(new OrderBuyer("Zoë Bäcker", "", "", ""));
  }

  private OrderRow only(OrderFilter filter) {
    List<OrderRow> rows = salesOrders.page(filter, new TableRequest(0, 10, List.of(), Map.of()));
    assertThat(salesOrders.count(filter)).isEqualTo(rows.size());
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private OrderContent content(Instant ordered, OrderStatus status) {
    BigDecimal zero = BigDecimal.ZERO;
    BigDecimal twenty = new BigDecimal("20");
    long item = items.findByItemId("ITEM-" + store).orElseThrow().id();
    return new OrderContent(
        status,
        ordered,
        ordered.atZone(ZoneOffset.UTC).toLocalDate(),
        Optional.empty(),
        Optional.empty(),
        "Standard",
        "ATVPDKIKX0DER",
        "Amazon.com",
        Optional.empty(),
        Optional.of(new OrderBuyer("Zoë Bäcker", "", "", "")),
        Optional.empty(),
        "USD",
        List.of(
            new OrderLineContent(
                "1",
                item,
                "SKU",
                "",
                "A thing",
                2,
                2,
                0,
                Optional.empty(),
                twenty,
                zero,
                zero,
                zero,
                zero,
                zero,
                twenty)),
        zero,
        twenty);
  }

  private Filter filter() {
    return new Filter();
  }

  /** Of the test's own store. */
  private final class Filter {
    private String number = "";
    private String amazonOrderId = "";
    private OrderStatus status;
    private OrderType type;
    private LocalDate from;
    private LocalDate to;

    Filter number(String wanted) {
      number = wanted;
      return this;
    }

    Filter amazonOrderId(String wanted) {
      amazonOrderId = wanted;
      return this;
    }

    Filter status(OrderStatus wanted) {
      status = wanted;
      return this;
    }

    Filter type(OrderType wanted) {
      type = wanted;
      return this;
    }

    Filter from(LocalDate wanted) {
      from = wanted;
      return this;
    }

    Filter to(LocalDate wanted) {
      to = wanted;
      return this;
    }

    OrderFilter build() {
      return new OrderFilter(number, amazonOrderId, status, type, store, from, to, null);
    }
  }
}
