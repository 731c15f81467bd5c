package org.storesync.connector.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.connector.local.OrderFixture.LOS_ANGELES;
import static org.storesync.connector.local.OrderFixture.anOrder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.storesync.backoffice.LinkedItem;
import org.storesync.backoffice.OrderContent;
import org.storesync.backoffice.OrderStatus;
import org.storesync.backoffice.OrderType;
import org.storesync.kind.salesorder.SalesOrder;

class SalesOrderTranslationTest {

  private static final LinkedItem PACK_OF_SIX = new LinkedItem(7, "PLATE", true, 6);

  @Test
  void the_quantity_counts_units_of_the_item_and_the_sku_quantity_what_was_ordered() {
    OrderContent content = content(anOrder("1").line("PACK", 1_000_000_000, "1").build());

    assertThat(content.lines().get(0).quantity()).isEqualTo(6_000_000_000L);
    assertThat(content.lines().get(0).skuQuantity()).isEqualTo(1_000_000_000);
  }

  @Test
  void the_business_date_is_the_day_in_the_time_zone_of_the_stores_orders() {
    SalesOrder order = anOrder("1").line("PACK", 1, "1").build();

    assertThat(content(order).businessDate()).isEqualTo(LocalDate.of(2026, 11, 19));
    assertThat(
            SalesOrderTranslation.content(order, List.of(PACK_OF_SIX), ZoneOffset.UTC)
                .businessDate())
        .isEqualTo(LocalDate.of(2026, 11, 20));
  }

  @Test
  void amounts_stay_exact_in_a_currency_without_decimals() {
    OrderContent content =
        content(
            anOrder("1").inCurrency("JPY").line("PACK", "", 1, "1200", "0", "-100", "110").build());

    assertThat(content.total()).isEqualTo(new BigDecimal("1210"));
  }

  @ParameterizedTest
  @CsvSource({
    "UNSHIPPED, false, OPEN",
    "PARTIALLY_SHIPPED, false, PARTIALLY_SHIPPED",
    "SHIPPED, false, SHIPPED",
    "SHIPPED, true, COMPLETED",
    "UNFULFILLABLE, false, UNFULFILLABLE"
  })
  void the_status_follows_amazons_and_who_ships(
      SalesOrder.OrderStatus told, boolean byAmazon, OrderStatus ours) {
    OrderFixture order = anOrder("1").in(told).line("PACK", 1, "1");
    SalesOrder document = (byAmazon ? order.fulfilledByAmazon() : order).build();

    assertThat(content(document).status()).isEqualTo(ours);
    assertThat(SalesOrderTranslation.type(document))
        .isEqualTo(byAmazon ? OrderType.INVOICE : OrderType.SALES_ORDER);
  }

  @Test
  void what_prints_a_buyer_or_an_address_tells_nothing_of_them() {
    OrderContent content = content(anOrder("1").line("PACK", 1, "1").build());

    assertThat(content + " " + content.buyer() + content.shipTo())
        .doesNotContain("Zo", "Secret", "example");
  }

  private static OrderContent content(SalesOrder order) {
    return SalesOrderTranslation.content(order, List.of(PACK_OF_SIX), LOS_ANGELES);
  }
}
