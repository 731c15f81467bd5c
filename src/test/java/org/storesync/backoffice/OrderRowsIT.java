package org.storesync.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.storesync.platform.database.DatabaseResource;

/** The form of PostgreSQL and the portable one leave the same orders. */
@ArquillianTest
@EnabledIfSystemProperty(named = "storesync.test.database", matches = "postgresql")
class OrderRowsIT {

  private static final AtomicLong STORES = new AtomicLong(6_500_000);
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");
  private static final String AWKWARD = "{\"a\", 'b'} \\ null, NULL; \u00e4\u20ac\n%s :rows ?";

  @Inject private PortableOrderRows portable;
  @Inject private PostgresqlOrderRows postgresql;
  @Inject private SalesOrders salesOrders;
  @Inject private Items items;
  @Inject private UserTransaction transaction;

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource dataSource;

  private long one = STORES.incrementAndGet();
  private long other = STORES.incrementAndGet();
  private final String itemId = "ITEM-" + one;

  @BeforeEach
  void an_item() {
    items.add(new Item(itemId, "A thing", NOW));
  }

  @Test
  void both_forms_leave_the_same_orders_and_lines() throws Exception {
    List<OrderContent> contents = List.of(full(), sparse());

    insert(portable, one, contents);
    insert(postgresql, other, contents);

    assertThat(orders(other)).hasSize(2).isEqualTo(orders(one));
    assertThat(lines(other)).hasSize(3).isEqualTo(lines(one));
    assertThat(
            salesOrders.findByAmazonOrderIds(other, List.of("111-0", "111-1")).stream()
                .map(Order::content))
        .containsExactlyInAnyOrderElementsOf(contents);
  }

  @Test
  void both_forms_leave_the_same_orders_where_all_are_alike() throws Exception {
    for (OrderContent content : List.of(full(), sparse())) {
      one = STORES.incrementAndGet();
      other = STORES.incrementAndGet();

      insert(portable, one, List.of(content, content));
      insert(postgresql, other, List.of(content, content));

      assertThat(orders(other)).hasSize(2).isEqualTo(orders(one));
      assertThat(lines(other)).hasSizeGreaterThanOrEqualTo(2).isEqualTo(lines(one));
    }
  }

  @Test
  void both_forms_find_the_same_numbers() throws Exception {
    insert(portable, one, List.of(full(), sparse()));
    insert(portable, other, List.of(full()));
    List<String> asked = List.of("111-0", "111-1", "111-2", AWKWARD);

    assertThat(portable.numbers(one, asked)).containsOnlyKeys("111-0", "111-1");
    assertThat(postgresql.numbers(one, asked)).isEqualTo(portable.numbers(one, asked));
    assertThat(postgresql.numbers(other, asked))
        .containsOnlyKeys("111-0")
        .isEqualTo(portable.numbers(other, asked));
  }

  @Test
  void an_order_that_was_added_can_be_changed() throws Exception {
    insert(postgresql, other, List.of(full()));

    transaction.begin();
    Order order = salesOrders.findByAmazonOrderIds(other, List.of("111-0")).get(0);
    order.cancel(NOW);
    salesOrders.saveAll(List.of(order));
    transaction.commit();

    assertThat(salesOrders.find(OrderType.SALES_ORDER.number(other * 10)).orElseThrow().status())
        .isEqualTo(OrderStatus.CANCELLED);
  }

  private void insert(OrderRows form, long store, List<OrderContent> contents) throws Exception {
    List<Order> orders = new ArrayList<>();
    for (OrderContent content : contents) {
      Order order =
          new Order(OrderType.SALES_ORDER, store, AWKWARD, "111-" + orders.size(), content, NOW);
      order.giveNumber(store * 10 + orders.size());
      orders.add(order);
    }
    transaction.begin();
    form.insert(orders);
    transaction.commit();
  }

  private OrderContent full() {
    return new OrderContent(
        OrderStatus.OPEN,
        NOW,
        LocalDate.of(2026, 11, 24),
        Optional.of(NOW),
        Optional.of(NOW.plusSeconds(60)),
        AWKWARD,
        "ATVPDKIKX0DER",
        "Amazon.com",
        Optional.of("110-1"),
        Optional.of(new OrderBuyer("Zo\u00eb", "zoe@marketplace.example", AWKWARD, "")),
        Optional.of(
            new OrderAddress("Zo\u00eb", "", AWKWARD, "", "", "Ulm", "", "", "89073", "DE", "")),
        "USD",
        List.of(line("1", Optional.of(new BigDecimal("10.1234"))), line("2", Optional.empty())),
        new BigDecimal("0.50"),
        new BigDecimal("40.50"));
  }

  private OrderContent sparse() {
    return new OrderContent(
        OrderStatus.OPEN,
        Instant.parse("2026-11-23T12:00:00Z"),
        LocalDate.of(2026, 11, 23),
        Optional.empty(),
        Optional.empty(),
        "",
        "ATVPDKIKX0DER",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "USD",
        List.of(line("1", Optional.empty())),
        BigDecimal.ZERO,
        new BigDecimal("20"));
  }

  private OrderLineContent line(String id, Optional<BigDecimal> unitPrice) {
    BigDecimal zero = BigDecimal.ZERO;
    BigDecimal twenty = new BigDecimal("20");
    return new OrderLineContent(
        id,
        items.findByItemId(itemId).orElseThrow().id(),
        AWKWARD,
        "",
        "A thing",
        2,
        2,
        0,
        unitPrice,
        twenty,
        zero,
        zero,
        zero,
        zero,
        zero,
        twenty);
  }

  private List<Map<String, Object>> lines(long store) throws SQLException {
    return query(
        "select l.* from sales_order_line l join sales_order o on o.id = l.sales_order where"
            + " o.store_id = "
            + store
            + " order by o.amazon_order_id, l.line_number");
  }

  private List<Map<String, Object>> orders(long store) throws SQLException {
    return query(
        "select * from sales_order where store_id = " + store + " order by amazon_order_id");
  }

  /** Without numbers, and with closed texts by their length: they are never closed alike. */
  private List<Map<String, Object>> query(String sql) throws SQLException {
    List<Map<String, Object>> found = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        Map<String, Object> row = new HashMap<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          Object value = rows.getObject(column);
          row.put(
              rows.getMetaData().getColumnName(column),
              value instanceof byte[] closed ? (Object) closed.length : value);
        }
        row.keySet().removeAll(List.of("id", "number", "store_id", "sales_order"));
        found.add(row);
      }
    }
    return found;
  }
}
