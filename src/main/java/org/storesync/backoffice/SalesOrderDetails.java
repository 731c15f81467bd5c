package org.storesync.backoffice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One sales order as programs see it. What is not there is null.
 *
 * @param id its number in our books
 * @param businessDate the day of the order in the time zone of the store's orders
 * @param replaces the Amazon order id of the order that this one replaces
 * @param otherCharges what the total holds beyond the lines
 * @param buyer personal data: null for a viewer
 * @param shipTo personal data: null for a viewer
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
      "currency",
      "serviceLevel",
      "marketplace",
      "salesChannel",
      "lines",
      "otherCharges",
      "created",
      "changed"
    })
public record SalesOrderDetails(
    String id,
    OrderType type,
    OrderStatus status,
    String store,
    String amazonOrderId,
    Instant orderedAt,
    LocalDate businessDate,
    Instant shipBy,
    Instant deliverBy,
    String serviceLevel,
    String marketplace,
    String salesChannel,
    String replaces,
    String currency,
    List<Line> lines,
    BigDecimal otherCharges,
    BigDecimal total,
    OrderBuyer buyer,
    OrderAddress shipTo,
    Instant created,
    Instant changed) {

  /**
   * One line. Amounts are for the whole line; discounts are zero or negative.
   *
   * @param quantity in units of the item
   * @param skuQuantity units of the SKU ordered
   * @param skuShipped units of the SKU shipped
   * @param unitPrice of one unit of the SKU; null if it was not stated
   */
  @Schema(
      requiredProperties = {
        "amazonLineId",
        "itemId",
        "sku",
        "asin",
        "title",
        "items",
        "shipping",
        "giftWrap",
        "discount",
        "tax",
        "other",
        "total"
      })
  public record Line(
      String amazonLineId,
      String itemId,
      String sku,
      String asin,
      String title,
      long quantity,
      int skuQuantity,
      int skuShipped,
      BigDecimal unitPrice,
      BigDecimal items,
      BigDecimal shipping,
      BigDecimal giftWrap,
      BigDecimal discount,
      BigDecimal tax,
      BigDecimal other,
      BigDecimal total) {

    private static Line of(OrderLineContent line, OrderView order) {
      return new Line(
          line.amazonLineId(),
          order.itemIds().get(line.item()),
          line.sku(),
          line.asin(),
          line.title(),
          line.quantity(),
          line.skuQuantity(),
          line.skuShipped(),
          line.unitPrice().orElse(null),
          line.items(),
          line.shipping(),
          line.giftWrap(),
          line.discount(),
          line.tax(),
          line.other(),
          line.total());
    }
  }

  /**
   * @param parties absent: not to be shown
   */
  static SalesOrderDetails of(OrderView order, Optional<OrderParties> parties) {
    OrderContent content = order.content();
    return new SalesOrderDetails(
        order.number(),
        order.type(),
        content.status(),
        order.storeName(),
        order.amazonOrderId(),
        content.orderedAt(),
        content.businessDate(),
        content.shipBy().orElse(null),
        content.deliverBy().orElse(null),
        content.serviceLevel(),
        content.marketplace(),
        content.salesChannel(),
        content.replaces().orElse(null),
        content.currency(),
        content.lines().stream().map(line -> Line.of(line, order)).toList(),
        content.otherCharges(),
        content.total(),
        parties.flatMap(OrderParties::buyer).orElse(null),
        parties.flatMap(OrderParties::shipTo).orElse(null),
        order.createdAt(),
        order.changedAt());
  }

  @Override
  public String toString() {
    return "SalesOrderDetails[" + id + "]";
  }
}
