package org.storesync.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void the_same_content_in_other_decimals_changes_nothing() {
    Order order = anOrder(OrderStatus.OPEN, 0, "10");

    assertThat(order.take(content(OrderStatus.OPEN, 0, "10.000"), LATER)).isFalse();
    assertThat(order.changedAt()).isEqualTo(NOW);
  }

  @Test
  void other_content_replaces_the_old_and_is_noted() {
    Order order = anOrder(OrderStatus.OPEN, 0, "10");

    assertThat(order.take(content(OrderStatus.SHIPPED, 1, "12"), LATER)).isTrue();
    assertThat(order.content().total()).isEqualTo(new BigDecimal("12.00"));
    assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(order.changedAt()).isEqualTo(LATER);
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "UNFULFILLABLE"})
  void an_order_of_which_nothing_has_shipped_can_be_cancelled_once(OrderStatus status) {
    Order order = anOrder(status, 0, "10");

    assertThat(order.cancel(LATER)).isTrue();
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(order.cancel(LATER)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"PARTIALLY_SHIPPED", "SHIPPED", "COMPLETED"})
  void an_order_that_has_shipped_is_not_cancelled(OrderStatus status) {
    Order order = anOrder(status, 0, "10");

    assertThatThrownBy(() -> order.cancel(LATER)).isInstanceOf(IllegalStateException.class);
    assertThat(order.status()).isEqualTo(status);
  }

  @Test
  void one_shipped_unit_is_enough_to_prevent_the_cancellation() {
    assertThat(anOrder(OrderStatus.OPEN, 1, "10").hasShipped()).isTrue();
  }

  @Test
  void numbers_tell_the_type_and_grow_beyond_six_digits() {
    assertThat(OrderType.SALES_ORDER.number(123)).isEqualTo("SO000123");
    assertThat(OrderType.INVOICE.number(45)).isEqualTo("IN000045");
    assertThat(OrderType.INVOICE.number(1_234_567)).isEqualTo("IN1234567");
  }

  private static Order anOrder(OrderStatus status, int shipped, String amount) {
    return new Order(
        OrderType.SALES_ORDER, 1, "Store", "114-1", content(status, shipped, amount), NOW);
  }

  private static OrderContent content(OrderStatus status, int shipped, String amount) {
    BigDecimal exact = new BigDecimal(amount);
    OrderLineContent line =
        new OrderLineContent(
            "line-1",
            7,
            "MUG",
            "",
            "A mug",
            2,
            2,
            shipped,
            Optional.empty(),
            exact,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            exact);
    return new OrderContent(
        status,
        NOW,
        LocalDate.of(2026, 11, 24),
        Optional.empty(),
        Optional.empty(),
        "",
        "ATVPDKIKX0DER",
        "Amazon.com",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "USD",
        List.of(line),
        BigDecimal.ZERO,
        exact);
  }
}
