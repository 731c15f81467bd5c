package org.storesync.backoffice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What an order says, without who it is. Two contents that say the same are equal: amounts carry
 * the decimals of their currency, instants the precision of the database.
 *
 * @param orderedAt when the buyer placed it
 * @param businessDate the day of that in the time zone of the store's orders
 * @param replaces the Amazon order id of the order that this one replaces
 * @param buyer absent if not told
 * @param shipTo absent if not told
 * @param currency ISO 4217 code of all amounts
 * @param otherCharges what the total holds beyond the lines
 * @param total what the buyer pays
 */
public record OrderContent(
    OrderStatus status,
    Instant orderedAt,
    LocalDate businessDate,
    Optional<Instant> shipBy,
    Optional<Instant> deliverBy,
    String serviceLevel,
    String marketplace,
    String salesChannel,
    Optional<String> replaces,
    Optional<OrderBuyer> buyer,
    Optional<OrderAddress> shipTo,
    String currency,
    List<OrderLineContent> lines,
    BigDecimal otherCharges,
    BigDecimal total) {

  public OrderContent {
    orderedAt = orderedAt.truncatedTo(ChronoUnit.MICROS);
    shipBy = shipBy.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
    deliverBy = deliverBy.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
    String unit = currency;
    lines = lines.stream().map(line -> line.inCurrency(unit)).toList();
    otherCharges = Amounts.in(currency, otherCharges);
    total = Amounts.in(currency, total);
  }

  /**
   * This content with the other's buyer and address where this one has none: a marketplace that no
   * longer tells them does not say that there are none.
   */
  OrderContent withPartiesOf(OrderContent other) {
    return with(buyer.or(other::buyer), shipTo.or(other::shipTo));
  }

  /** What the lines come to, without the other charges. */
  public BigDecimal linesTotal() {
    return Amounts.in(
        currency,
        lines.stream().map(OrderLineContent::total).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** This content without personal data. */
  OrderContent withoutParties() {
    return with(Optional.empty(), Optional.empty());
  }

  private OrderContent with(Optional<OrderBuyer> other, Optional<OrderAddress> otherAddress) {
    return new OrderContent(
        status,
        orderedAt,
        businessDate,
        shipBy,
        deliverBy,
        serviceLevel,
        marketplace,
        salesChannel,
        replaces,
        other,
        otherAddress,
        currency,
        lines,
        otherCharges,
        total);
  }

  @Override
  public String toString() {
    return "OrderContent["
        + status
        + ", "
        + lines.size()
        + " lines, "
        + total
        + " "
        + currency
        + "]";
  }
}
