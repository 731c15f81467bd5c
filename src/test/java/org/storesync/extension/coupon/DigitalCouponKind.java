package org.storesync.extension.coupon;

import jakarta.enterprise.context.ApplicationScoped;

/** Coupons of digital form. */
@ApplicationScoped
class DigitalCouponKind extends CouponRules {

  DigitalCouponKind() {
    super(Coupon.Form.DIGITAL);
  }

  @Override
  public String code() {
    return "DIGITAL_COUPON";
  }

  @Override
  public int syncOrder() {
    return 9020;
  }
}
