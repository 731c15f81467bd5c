package org.storesync.kind.salesorder;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Sales Order (domain section 8, number 30): orders that the seller fulfils (FBM), shipped ones and
 * replacements too.
 */
@ApplicationScoped
class SalesOrderKind extends SalesOrderRules {

  @Override
  public String code() {
    return "SALES_ORDER";
  }

  @Override
  public int syncOrder() {
    return 30;
  }

  @Override
  public boolean takes(SalesOrder order) {
    return order.fulfilledBy() == SalesOrder.Fulfiller.SELLER;
  }
}
