package org.storesync.extension.farbooks;

import jakarta.enterprise.context.ApplicationScoped;
import org.storesync.extension.coupon.Coupon;

/** Coupons into the far books. */
@ApplicationScoped
class FarBooksCoupons extends FarBooksTarget<Coupon> {

  @Override
  public Class<Coupon> documentClass() {
    return Coupon.class;
  }

  @Override
  String content(Coupon coupon) {
    return coupon.text().toString();
  }
}
