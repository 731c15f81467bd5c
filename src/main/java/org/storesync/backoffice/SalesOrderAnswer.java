package org.storesync.backoffice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sales order in a list, as programs see it. What is not there is null.
 *
 * @param id its number in our books
 * @param businessDate the day of the order in the time zone of the store's orders
 */
@Schema(
    requiredProperties = {
      "id",
      "type",
      "status",
      "store",
      "amazonOrderId",
      "orderedAt",
      "businessDate",
      "total",
      "currency"
    })
public record SalesOrderAnswer(
    String id,
    OrderType type,
    OrderStatus status,
    String store,
    String amazonOrderId,
    Instant orderedAt,
    LocalDate businessDate,
    Instant shipBy,
    BigDecimal total,
    String currency) {

  static SalesOrderAnswer of(OrderRow order) {
    return new SalesOrderAnswer(
        order.number(),
        order.type(),
        order.status(),
        order.storeName(),
        order.amazonOrderId(),
        order.orderedAt(),
        order.businessDate(),
        order.shipBy(),
        order.total(),
        order.currency());
  }
}
