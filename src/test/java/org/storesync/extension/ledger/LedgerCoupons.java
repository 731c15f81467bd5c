package org.storesync.extension.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import org.storesync.extension.coupon.Coupon;

/** Coupons into the ledger. */
@ApplicationScoped
class LedgerCoupons extends LedgerTarget<Coupon> {

  @Override
  public Class<Coupon> documentClass() {
    return Coupon.class;
  }

  @Override
  String content(Coupon coupon) {
    return coupon.text() + " " + coupon.value();
  }
}
