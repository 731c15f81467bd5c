package org.storesync.connector.local;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.storesync.backoffice.LinkedItem;
import org.storesync.backoffice.Order;
import org.storesync.backoffice.OrderAddress;
import org.storesync.backoffice.OrderBuyer;
import org.storesync.backoffice.OrderContent;
import org.storesync.backoffice.OrderLineContent;
import org.storesync.backoffice.OrderStatus;
import org.storesync.backoffice.OrderType;
import org.storesync.connector.DocumentId;
import org.storesync.kind.salesorder.SalesOrder;

/** Between the sales order that travels and the order of our books, in both directions. */
final class SalesOrderTranslation {

  private SalesOrderTranslation() {}

  /** Who ships decides what the order is for us. */
  static OrderType type(SalesOrder order) {
    return switch (order.fulfilledBy()) {
      case SELLER -> OrderType.SALES_ORDER;
      case MARKETPLACE -> OrderType.INVOICE;
    };
  }

  /**
   * What our books say of the order.
   *
   * @param items the item of each line, in their order
   * @param orderTimeZone of the store: the business date follows it
   */
  static OrderContent content(SalesOrder order, List<LinkedItem> items, ZoneId orderTimeZone) {
    List<OrderLineContent> lines = new ArrayList<>(order.lines().size());
    for (int index = 0; index < order.lines().size(); index++) {
      lines.add(line(order.lines().get(index), items.get(index)));
    }
    return new OrderContent(
        status(order),
        order.created(),
        order.created().atZone(orderTimeZone).toLocalDate(),
        order.shipBy(),
        order.deliverBy(),
        order.serviceLevel(),
        order.marketplace(),
        order.salesChannel(),
        order.replaces(),
        order.buyer().map(SalesOrderTranslation::buyer),
        order.shipTo().map(SalesOrderTranslation::address),
        order.currency(),
        lines,
        order.otherCharges(),
        order.total());
  }

  private static OrderLineContent line(SalesOrder.Line line, LinkedItem item) {
    return new OrderLineContent(
        line.id(),
        item.id(),
        line.sku(),
        line.asin(),
        line.title(),
        (long) line.quantity() * item.unitsPerSku(),
        line.quantity(),
        line.shipped(),
        line.unitPrice(),
        line.items(),
        line.shipping(),
        line.giftWrap(),
        line.discount(),
        line.tax(),
        line.other(),
        line.total());
  }

  private static OrderStatus status(SalesOrder order) {
    return switch (order.status()) {
      case PENDING, UNSHIPPED -> OrderStatus.OPEN;
      case PARTIALLY_SHIPPED -> OrderStatus.PARTIALLY_SHIPPED;
      case SHIPPED ->
          type(order) == OrderType.INVOICE ? OrderStatus.COMPLETED : OrderStatus.SHIPPED;
      case CANCELLED -> OrderStatus.CANCELLED;
      case UNFULFILLABLE -> OrderStatus.UNFULFILLABLE;
    };
  }

  private static OrderBuyer buyer(SalesOrder.Buyer buyer) {
    return new OrderBuyer(buyer.name(), buyer.email(), buyer.company(), buyer.purchaseOrder());
  }

  private static OrderAddress address(SalesOrder.Address address) {
    return new OrderAddress(
        address.name(),
        address.company(),
        address.street1(),
        address.street2(),
        address.street3(),
        address.city(),
        address.district(),
        address.state(),
        address.postalCode(),
        address.country(),
        address.phone());
  }

  /** The order of our books in the words in which it travels. */
  static SalesOrder document(Order order) {
    OrderContent content = order.content();
    return new SalesOrder(
        new DocumentId(order.number()),
        Optional.of(order.changedAt()),
        content.orderedAt(),
        switch (content.status()) {
          case OPEN -> SalesOrder.OrderStatus.UNSHIPPED;
          case PARTIALLY_SHIPPED -> SalesOrder.OrderStatus.PARTIALLY_SHIPPED;
          case SHIPPED, COMPLETED -> SalesOrder.OrderStatus.SHIPPED;
          case UNFULFILLABLE -> SalesOrder.OrderStatus.UNFULFILLABLE;
          case CANCELLED -> SalesOrder.OrderStatus.CANCELLED;
        },
        switch (order.type()) {
          case SALES_ORDER -> SalesOrder.Fulfiller.SELLER;
          case INVOICE -> SalesOrder.Fulfiller.MARKETPLACE;
        },
        content.marketplace(),
        content.salesChannel(),
        content.replaces(),
        content
            .buyer()
            .map(
                buyer ->
                    new SalesOrder.Buyer(
                        buyer.name(), buyer.email(), buyer.company(), buyer.purchaseOrder())),
        content
            .shipTo()
            .map(
                address ->
                    new SalesOrder.Address(
                        address.name(),
                        address.company(),
                        address.street1(),
                        address.street2(),
                        address.street3(),
                        address.city(),
                        address.district(),
                        address.state(),
                        address.postalCode(),
                        address.country(),
                        address.phone())),
        content.serviceLevel(),
        content.shipBy(),
        content.deliverBy(),
        content.currency(),
        content.lines().stream().map(SalesOrderTranslation::line).toList(),
        content.otherCharges(),
        content.total());
  }

  private static SalesOrder.Line line(OrderLineContent line) {
    return new SalesOrder.Line(
        line.amazonLineId(),
        line.sku(),
        line.asin(),
        line.title(),
        line.skuQuantity(),
        line.skuShipped(),
        line.unitPrice(),
        line.items(),
        line.shipping(),
        line.giftWrap(),
        line.discount(),
        line.tax(),
        line.other(),
        line.total());
  }

  /** The sum of all amounts of a line. */
  static BigDecimal sum(SalesOrder.Line line) {
    return line.items()
        .add(line.shipping())
        .add(line.giftWrap())
        .add(line.discount())
        .add(line.tax())
        .add(line.other());
  }

  /** All amounts of an order. */
  static List<BigDecimal> amounts(SalesOrder order) {
    List<BigDecimal> amounts = new ArrayList<>();
    amounts.add(order.otherCharges());
    amounts.add(order.total());
    for (SalesOrder.Line line : order.lines()) {
      line.unitPrice().ifPresent(amounts::add);
      amounts.addAll(
          List.of(
              line.items(),
              line.shipping(),
              line.giftWrap(),
              line.discount(),
              line.tax(),
              line.other(),
              line.total()));
    }
    return amounts;
  }
}
