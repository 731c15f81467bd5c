package org.storesync.extension.coupon;

import jakarta.enterprise.context.ApplicationScoped;

/** Coupons of paper form. */
@ApplicationScoped
class PaperCouponKind extends CouponRules {

  PaperCouponKind() {
    super(Coupon.Form.PAPER);
  }

  @Override
  public String code() {
    return "PAPER_COUPON";
  }

  @Override
  public int syncOrder() {
    return 9010;
  }
}
