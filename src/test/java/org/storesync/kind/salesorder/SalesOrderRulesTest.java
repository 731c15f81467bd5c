package org.storesync.kind.salesorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.storesync.connector.Money;
import org.storesync.kind.Direction;
import org.storesync.kind.DocumentSummary;
import org.storesync.kind.salesorder.SalesOrder.Fulfiller;
import org.storesync.kind.salesorder.SalesOrder.OrderStatus;

/** Which orders take part, and what lists say of them (domain section 8, order rules). */
class SalesOrderRulesTest {

  private final SalesOrderRules rules = new SalesOrderKind();

  @ParameterizedTest
  @EnumSource(
      value = OrderStatus.class,
      names = {"UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED", "UNFULFILLABLE"})
  void an_order_with_prices_takes_part(OrderStatus status) {
    assertThat(rules.judge(order(status, "USD", "SKU", 1), false).isFiltered()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void a_pending_order_waits_for_its_prices(boolean synchronizedBefore) {
    assertThat(
            rules
                .judge(order(OrderStatus.PENDING, "", "SKU", 1), synchronizedBefore)
                .filteredBecause()
                .orElseThrow())
        .startsWith("Pending at Amazon");
  }

  @Test
  void a_cancellation_counts_only_for_what_was_imported() {
    SalesOrder cancelled = order(OrderStatus.CANCELLED, "USD", "SKU", 1);

    assertThat(rules.judge(cancelled, true).isFiltered()).isFalse();
    assertThat(rules.judge(cancelled, false).filteredBecause().orElseThrow())
        .startsWith("Cancelled at Amazon before");
  }

  @ParameterizedTest
  @EnumSource(Fulfiller.class)
  void only_what_the_seller_fulfils_is_a_sales_order(Fulfiller fulfiller) {
    assertThat(
            rules.takes(
                SomeOrder.of(OrderStatus.SHIPPED, fulfiller, Optional.empty(), "USD", "S", 1)))
        .isEqualTo(fulfiller == Fulfiller.SELLER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 units from Amazon.com, unshipped",
        "1 | 1 unit from Amazon.com, unshipped",
        "1200 | 1,200 units from Amazon.com, unshipped",
        "2147483647, 1 | 2,147,483,648 units from Amazon.com, unshipped"
      })
  void its_description_counts_units_and_names_channel_and_status(
      String quantities, String description) {
    int[] each = List.of(quantities.split(", ")).stream().mapToInt(Integer::parseInt).toArray();

    assertThat(rules.summarize(order(OrderStatus.UNSHIPPED, "USD", "SKU", each)).description())
        .isEqualTo(description);
  }

  @Test
  void a_replacement_is_called_one() {
    SalesOrder replacement =
        SomeOrder.of(OrderStatus.SHIPPED, Fulfiller.SELLER, Optional.of("9-9-9"), "USD", "SKU", 2);

    assertThat(rules.summarize(replacement).description())
        .isEqualTo("Replacement, 2 units from Amazon.com, shipped");
  }

  @Test
  void lists_show_when_it_was_ordered_when_it_must_be_shipped_and_what_it_costs() {
    DocumentSummary summary = rules.summarize(order(OrderStatus.UNSHIPPED, "USD", "SKU", 1));

    assertThat(summary.created()).contains(SomeOrder.ORDERED);
    assertThat(summary.dueBy()).contains(SomeOrder.SHIP_BY);
    assertThat(summary.amount()).contains(Money.of("12.30", "USD"));
    assertThat(rules.summarize(order(OrderStatus.PENDING, "", "SKU", 1)).amount()).isEmpty();
  }

  @Test
  void what_an_order_lacks_is_named() {
    assertThat(rules.problems(order(OrderStatus.UNSHIPPED, "USD", "SKU", 1))).isEmpty();
    assertThat(rules.problems(order(OrderStatus.UNSHIPPED, "USD", "SKU")))
        .containsExactly("Order 1-2-3: Amazon sent no lines for it.");
    assertThat(rules.problems(order(OrderStatus.UNSHIPPED, "", "", 1)))
        .containsExactly(
            "Order 1-2-3: line 0 has neither a SKU nor an ASIN.",
            "Order 1-2-3: Amazon sent no amounts for it yet.");
  }

  @Test
  void an_order_comes_from_the_marketplace_needs_nothing_first_and_has_a_document_of_its_own() {
    assertThat(rules.direction()).isEqualTo(Direction.IMPORT);
    assertThat(rules.prerequisites(order(OrderStatus.UNSHIPPED, "USD", "SKU", 1))).isEmpty();
    assertThat(rules.uniqueLocalId()).isTrue();
    assertThat(rules.documentClass()).isEqualTo(SalesOrder.class);
    assertThat(rules.code()).isEqualTo("SALES_ORDER");
    assertThat(rules.syncOrder()).isEqualTo(30);
  }

  private static SalesOrder order(
      OrderStatus status, String currency, String sku, int... quantities) {
    return SomeOrder.of(status, Fulfiller.SELLER, Optional.empty(), currency, sku, quantities);
  }
}
