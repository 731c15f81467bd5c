package org.storesync.extension.bazaar;

import jakarta.enterprise.context.ApplicationScoped;
import org.storesync.extension.coupon.Coupon;

/** How the bazaar says coupon. */
@ApplicationScoped
class BazaarCoupons extends BazaarSource<Coupon> {

  @Override
  public Class<Coupon> documentClass() {
    return Coupon.class;
  }
}
