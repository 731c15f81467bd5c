package org.storesync.connector.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.connector.local.OrderFixture.aStore;
import static org.storesync.connector.local.OrderFixture.anOrder;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.backoffice.CrossReferenceType;
import org.storesync.backoffice.Item;
import org.storesync.backoffice.Items;
import org.storesync.backoffice.Order;
import org.storesync.backoffice.OrderStatus;
import org.storesync.backoffice.OrderType;
import org.storesync.backoffice.SalesOrders;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Connectors;
import org.storesync.connector.DocumentId;
import org.storesync.connector.DocumentWrite;
import org.storesync.connector.SaveEffect;
import org.storesync.connector.SaveOutcome;
import org.storesync.connector.StoreAccess;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.platform.database.DatabaseResource;

@ArquillianTest
class LocalSalesOrdersIT {

  private static final AtomicLong STORES = new AtomicLong(5_000_000);
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Inject private LocalSalesOrders target;
  @Inject private Connectors connectors;
  @Inject private SalesOrders salesOrders;
  @Inject private Items items;
  @Inject private UserTransaction transaction;

  @Resource(lookup = "java:appserver/TransactionManager")
  private TransactionManager transactions;

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource dataSource;

  private StoreAccess store;
  private String mug;
  private String pack;
  private String unlinked;

  @BeforeEach
  void a_store_and_two_items() {
    store = aStore(STORES.incrementAndGet());
    mug = "MUG-" + store.storeId();
    pack = "PACK-" + store.storeId();
    unlinked = "UNLINKED-" + store.storeId();
    items.add(new Item(mug, "A mug", NOW));
    Item plate = new Item("PLATE-" + store.storeId(), "A plate", NOW);
    plate.link(CrossReferenceType.SKU, pack, 6);
    plate.link(CrossReferenceType.ASIN, "ASIN-" + store.storeId(), 1);
    items.add(plate);
  }

  @AfterEach
  void no_transaction_is_left_open() throws Exception {
    if (transactions.getTransaction() != null) {
      transactions.rollback();
    }
  }

  @Test
  void it_is_found_by_the_engine() {
    assertThat(connectors.target("local", SalesOrder.class)).isPresent();
  }

  @Test
  void a_chunk_of_new_orders_is_inserted_each_with_a_number_of_its_own() throws Exception {
    List<SalesOrder> orders = new ArrayList<>();
    for (int index = 0; index < 120; index++) {
      OrderFixture order = anOrder("111-" + index).line(mug, 1, "10.00").line(pack, 2, "59.98");
      orders.add((index % 2 == 0 ? order : order.fulfilledByAmazon()).build());
    }

    List<SaveOutcome> outcomes = save(orders);

    assertThat(outcomes).hasSize(120).allMatch(SaveOutcome.Saved.class::isInstance);
    assertThat(outcomes.stream().map(LocalSalesOrdersIT::number).distinct()).hasSize(120);
    assertThat(number(outcomes.get(0))).startsWith("SO");
    assertThat(number(outcomes.get(1))).startsWith("IN");
    assertThat(count("select count(*) from sales_order where store_id = ?")).isEqualTo(120);
    assertThat(orderOf("111-1").type()).isEqualTo(OrderType.INVOICE);
  }

  @Test
  void an_inserted_order_says_what_amazon_said_to_the_cent() throws Exception {
    SalesOrder told =
        anOrder("112-1")
            .line(mug, "", 3, "29.97", "4.99", "-1.50", "2.41")
            .line(pack, "", 2, "59.98", "0", "0", "4.95")
            .withOtherCharges("0.35")
            .build();

    save(List.of(told));

    Order order = orderOf("112-1");
    assertThat(order.content().total()).isEqualTo(new BigDecimal("101.15"));
    assertThat(order.content().businessDate()).isEqualTo(LocalDate.of(2026, 11, 19));
    assertThat(order.content().lines())
        .extracting(line -> line.quantity() + " of " + line.skuQuantity())
        .containsExactly("3 of 3", "12 of 2");
    SalesOrder asWeHaveIt = target.read(store, new DocumentId(order.number())).orElseThrow();
    assertThat(asWeHaveIt)
        .usingRecursiveComparison()
        .ignoringFields("id", "modified")
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(told);
    assertThat(target.link(store, new DocumentId(order.number())))
        .contains("/sales-order.xhtml?number=" + order.number());
  }

  @Test
  void the_same_order_again_is_not_needed_and_makes_no_second_one() throws Exception {
    SalesOrder told = anOrder("113-1").line(mug, 1, "10.00").build();
    SaveOutcome first = save(List.of(told)).get(0);

    SaveOutcome again = save(List.of(told)).get(0);

    assertThat(again)
        .isEqualTo(new SaveOutcome.Saved(new DocumentId(number(first)), SaveEffect.NOT_NEEDED));
    assertThat(count("select count(*) from sales_order where store_id = ?")).isOne();
  }

  @Test
  void an_order_twice_in_one_chunk_is_one_order() throws Exception {
    SalesOrder told = anOrder("113-2").line(mug, 1, "10.00").build();

    List<SaveOutcome> outcomes = save(List.of(told, told));

    assertThat(outcomes)
        .extracting(LocalSalesOrdersIT::effect)
        .containsExactly(SaveEffect.INSERTED, SaveEffect.NOT_NEEDED);
    assertThat(count("select count(*) from sales_order where store_id = ?")).isOne();
  }

  @Test
  void a_changed_order_has_its_lines_and_amounts_replaced_under_the_same_number() throws Exception {
    save(List.of(anOrder("114-1").line(mug, 2, "20.00").line(pack, 1, "29.99").build()));
    String number = orderOf("114-1").number();

    SaveOutcome outcome =
        save(List.of(
                anOrder("114-1").in(SalesOrder.OrderStatus.SHIPPED).line(mug, 1, "10.00").build()))
            .get(0);

    assertThat(outcome)
        .isEqualTo(new SaveOutcome.Saved(new DocumentId(number), SaveEffect.UPDATED));
    Order order = orderOf("114-1");
    assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(order.content().lines()).hasSize(1);
    assertThat(order.content().total()).isEqualTo(new BigDecimal("10.00"));
    assertThat(
            count(
                "select count(*) from sales_order_line l join sales_order o on o.id = l.sales_order"
                    + " where o.store_id = ?"))
        .isOne();
  }

  @Test
  void an_order_that_amazon_no_longer_names_the_buyer_of_keeps_him() throws Exception {
    save(List.of(anOrder("114-2").line(mug, 1, "10.00").build()));

    SaveOutcome outcome =
        save(List.of(anOrder("114-2").withoutBuyer().line(mug, 1, "10.00").build())).get(0);

    assertThat(effect(outcome)).isEqualTo(SaveEffect.NOT_NEEDED);
    assertThat(orderOf("114-2").content().buyer()).isPresent();
  }

  @Test
  void an_order_that_is_here_already_is_found_as_the_counterpart_and_adopted() throws Exception {
    SalesOrder told = anOrder("115-1").line(mug, 1, "10.00").build();
    save(List.of(told));
    String number = orderOf("115-1").number();
    SalesOrder unknown = anOrder("115-2").build();

    assertThat(target.counterparts(store, told)).containsExactly(new DocumentId(number));
    assertThat(target.counterpartsOfAll(store, List.of(told, unknown)))
        .containsEntry(told.id(), List.of(new DocumentId(number)))
        .containsEntry(unknown.id(), List.of());
    assertThat(target.counterparts(aStore(STORES.incrementAndGet()), told)).isEmpty();
    assertThat(
            inTransaction(
                () ->
                    target.save(
                        store, new DocumentWrite<>(told, Optional.of(new DocumentId(number))))))
        .isEqualTo(new SaveOutcome.Saved(new DocumentId(number), SaveEffect.NOT_NEEDED));
  }

  @Test
  void the_same_amazon_order_in_two_stores_is_two_orders() throws Exception {
    SalesOrder told = anOrder("116-1").line(mug, 1, "10.00").build();
    save(List.of(told));
    store = aStore(STORES.incrementAndGet());

    assertThat(effect(save(List.of(told)).get(0))).isEqualTo(SaveEffect.INSERTED);
  }

  @Test
  void an_unknown_sku_fails_its_order_alone_and_is_named() throws Exception {
    List<SaveOutcome> outcomes =
        save(
            List.of(
                anOrder("117-1").line(mug, 1, "10.00").build(),
                anOrder("117-2").line(mug, 1, "10.00").line(unlinked, 1, "9.00").build(),
                anOrder("117-3").line(pack, 1, "10.00").build()));

    assertThat(outcomes.get(1))
        .isInstanceOfSatisfying(
            SaveOutcome.NotSaved.class,
            notSaved ->
                assertThat(notSaved.failure())
                    .isInstanceOf(ConnectorFailure.Rejected.class)
                    .hasMessage(
                        "Order 117-2: SKU "
                            + unlinked
                            + " is not linked to an item. Add a cross-reference, or [link it"
                            + " here](/items.xhtml?link="
                            + unlinked
                            + ")."));
    assertThat(outcomes.get(0)).isInstanceOf(SaveOutcome.Saved.class);
    assertThat(outcomes.get(2)).isInstanceOf(SaveOutcome.Saved.class);
    assertThat(count("select count(*) from sales_order where store_id = ?")).isEqualTo(2);
  }

  @Test
  void one_refused_order_saved_alone_leaves_the_callers_transaction_intact() throws Exception {
    transaction.begin();
    SalesOrder unknown = anOrder("117-4").line(unlinked, 1, "9.00").build();
    assertThatThrownBy(() -> target.save(store, new DocumentWrite<>(unknown, Optional.empty())))
        .isInstanceOf(ConnectorFailure.Rejected.class);
    target.save(
        store,
        new DocumentWrite<>(anOrder("117-5").line(mug, 1, "1.00").build(), Optional.empty()));
    transaction.commit();

    assertThat(orderOf("117-5").status()).isEqualTo(OrderStatus.OPEN);
  }

  @Test
  void an_order_cancelled_after_import_is_cancelled_here_while_nothing_has_shipped()
      throws Exception {
    save(List.of(anOrder("118-1").line(mug, 1, "10.00").build()));
    SalesOrder cancelled =
        anOrder("118-1").in(SalesOrder.OrderStatus.CANCELLED).line(mug, 0, "0").build();

    assertThat(effect(save(List.of(cancelled)).get(0))).isEqualTo(SaveEffect.UPDATED);
    assertThat(effect(save(List.of(cancelled)).get(0))).isEqualTo(SaveEffect.NOT_NEEDED);
    assertThat(orderOf("118-1").status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(orderOf("118-1").content().total()).isEqualTo(new BigDecimal("10.00"));
  }

  @Test
  void an_order_cancelled_after_it_has_shipped_is_refused_with_what_to_do() throws Exception {
    save(
        List.of(anOrder("119-1").in(SalesOrder.OrderStatus.SHIPPED).line(mug, 1, "10.00").build()));
    SalesOrder cancelled =
        anOrder("119-1").in(SalesOrder.OrderStatus.CANCELLED).line(mug, 0, "0").build();

    SaveOutcome outcome = save(List.of(cancelled)).get(0);

    assertThat(((SaveOutcome.NotSaved) outcome).failure())
        .hasMessageContaining("119-1")
        .hasMessageContaining(orderOf("119-1").number())
        .hasMessageContaining("set this record as processed");
    assertThat(orderOf("119-1").status()).isEqualTo(OrderStatus.SHIPPED);
  }

  @Test
  void a_record_linked_to_the_wrong_order_is_refused_and_nothing_is_overwritten() throws Exception {
    save(List.of(anOrder("120-1").line(mug, 1, "10.00").build()));
    DocumentId other = new DocumentId(orderOf("120-1").number());
    SalesOrder told = anOrder("120-2").line(mug, 5, "50.00").build();

    SaveOutcome outcome =
        inTransaction(
                () ->
                    target.saveAll(
                        store,
                        List.of(
                            new DocumentWrite<>(told, Optional.of(other)),
                            new DocumentWrite<>(told, Optional.of(new DocumentId("SO999999"))))))
            .get(0);

    assertThat(((SaveOutcome.NotSaved) outcome).failure()).hasMessageContaining("120-1");
    assertThat(orderOf("120-1").content().total()).isEqualTo(new BigDecimal("10.00"));
    assertThat(salesOrders.numbers(store.storeId(), List.of("120-2"))).isEmpty();
  }

  @Test
  void buyers_and_addresses_stand_closed_in_the_database() throws Exception {
    save(List.of(anOrder("121-1").line(mug, 1, "10.00").build()));

    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select buyer, ship_to from sales_order where store_id = ?")) {
      select.setLong(1, store.storeId());
      try (ResultSet rows = select.executeQuery()) {
        assertThat(rows.next()).isTrue();
        for (int column = 1; column <= 2; column++) {
          byte[] raw = rows.getBytes(column);
          assertThat(raw).isNotEmpty();
          assertThat(new String(raw, StandardCharsets.UTF_8))
              .doesNotContain("Zo", "example.test", "Secret Lane", "Springfield");
        }
      }
    }
    assertThat(orderOf("121-1").content().buyer().orElseThrow().name()).isEqualTo("Zoë Bäcker");
  }

  @Test
  void of_two_transactions_that_add_the_same_order_one_is_refused() throws Exception {
    SalesOrder told = anOrder("122-1").line(mug, 1, "10.00").build();
    Order late =
        new Order(
            OrderType.SALES_ORDER,
            store.storeId(),
            store.storeName(),
            "122-1",
            SalesOrderTranslation.content(
                told,
                List.of(items.links(List.of(mug), List.of()).find(mug, "").orElseThrow()),
                store.orderTimeZone()),
            NOW);
    transactions.begin();
    assertThat(salesOrders.findByAmazonOrderIds(store.storeId(), List.of("122-1"))).isEmpty();
    var waiting = transactions.suspend();
    save(List.of(told));
    transactions.resume(waiting);

    assertThatThrownBy(() -> salesOrders.saveAll(List.of(late))).isInstanceOf(Exception.class);
    transactions.rollback();
    assertThat(count("select count(*) from sales_order where store_id = ?")).isOne();
  }

  @Test
  void without_the_callers_transaction_nothing_is_written() {
    SalesOrder told = anOrder("123-1").line(mug, 1, "10.00").build();

    assertThatThrownBy(
            () -> target.saveAll(store, List.of(new DocumentWrite<>(told, Optional.empty()))))
        .isInstanceOf(Exception.class);
    assertThat(salesOrders.numbers(store.storeId(), List.of("123-1"))).isEmpty();
  }

  private List<SaveOutcome> save(List<SalesOrder> orders) throws Exception {
    return inTransaction(
        () ->
            target.saveAll(
                store,
                orders.stream()
                    .map(order -> new DocumentWrite<>(order, Optional.empty()))
                    .toList()));
  }

  private <T> T inTransaction(Callable<T> work) throws Exception {
    transaction.begin();
    T result = work.call();
    transaction.commit();
    return result;
  }

  private Order orderOf(String amazonOrderId) {
    return salesOrders.findByAmazonOrderIds(store.storeId(), List.of(amazonOrderId)).get(0);
  }

  private static String number(SaveOutcome outcome) {
    return ((SaveOutcome.Saved) outcome).id().value();
  }

  private static SaveEffect effect(SaveOutcome outcome) {
    return ((SaveOutcome.Saved) outcome).effect();
  }

  private long count(String query) throws Exception {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setLong(1, store.storeId());
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
