package org.storesync.kind.marketplacefulfilledorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.kind.salesorder.SalesOrder.Fulfiller;
import org.storesync.kind.salesorder.SalesOrder.OrderStatus;
import org.storesync.kind.salesorder.SomeOrder;

/** Orders that Amazon fulfils (domain section 8, number 40). */
class MarketplaceFulfilledOrderKindTest {

  private final MarketplaceFulfilledOrderKind kind = new MarketplaceFulfilledOrderKind();

  @ParameterizedTest
  @EnumSource(Fulfiller.class)
  void only_what_the_marketplace_fulfils_is_one(Fulfiller fulfiller) {
    assertThat(kind.takes(order(OrderStatus.SHIPPED, fulfiller)))
        .isEqualTo(fulfiller == Fulfiller.MARKETPLACE);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "",
      value = {
        "SHIPPED, false,",
        "SHIPPED, true,",
        "CANCELLED, true,",
        "CANCELLED, false, Cancelled at Amazon before",
        "PENDING, false, Pending at Amazon",
        "UNSHIPPED, false, Not fully shipped",
        "PARTIALLY_SHIPPED, true, Not fully shipped",
        "UNFULFILLABLE, false, Not fully shipped"
      })
  void only_a_fully_shipped_one_takes_part_and_the_cancellation_of_an_imported_one(
      OrderStatus status, boolean synchronizedBefore, String reason) {
    Optional<String> filteredBecause =
        kind.judge(order(status, Fulfiller.MARKETPLACE), synchronizedBefore).filteredBecause();

    if (reason == null) {
      assertThat(filteredBecause).isEmpty();
    } else {
      assertThat(filteredBecause.orElseThrow()).startsWith(reason);
    }
  }

  @Test
  void it_comes_after_the_sales_orders() {
    assertThat(kind.code()).isEqualTo("MARKETPLACE_FULFILLED_ORDER");
    assertThat(kind.syncOrder()).isEqualTo(40);
  }

  private static SalesOrder order(OrderStatus status, Fulfiller fulfiller) {
    return SomeOrder.of(status, fulfiller, Optional.empty(), "USD", "SKU", 1);
  }
}
