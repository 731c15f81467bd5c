package org.storesync.kind.marketplacefulfilledorder;

import jakarta.enterprise.context.ApplicationScoped;
import org.storesync.kind.Verdict;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.kind.salesorder.SalesOrder.OrderStatus;
import org.storesync.kind.salesorder.SalesOrderRules;
import org.storesync.platform.text.RoomTexts;

/**
 * Marketplace-Fulfilled Order (domain section 8, number 40): orders that Amazon fulfils (FBA),
 * taken over as invoice-type orders only when they are fully shipped.
 */
@ApplicationScoped
class MarketplaceFulfilledOrderKind extends SalesOrderRules {

  private static final RoomTexts TEXTS = RoomTexts.of(MarketplaceFulfilledOrderKind.class);

  @Override
  public String code() {
    return "MARKETPLACE_FULFILLED_ORDER";
  }

  @Override
  public int syncOrder() {
    return 40;
  }

  @Override
  public boolean takes(SalesOrder order) {
    return order.fulfilledBy() == SalesOrder.Fulfiller.MARKETPLACE;
  }

  @Override
  public Verdict judge(SalesOrder order, boolean synchronizedBefore) {
    Verdict ofEveryOrder = super.judge(order, synchronizedBefore);
    if (ofEveryOrder.isFiltered()
        || order.status() == OrderStatus.SHIPPED
        || order.status() == OrderStatus.CANCELLED) {
      return ofEveryOrder;
    }
    return Verdict.filtered(TEXTS.recorded("notFullyShipped"));
  }
}
