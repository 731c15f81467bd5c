package org.storesync.extension.farbooks;

import jakarta.enterprise.context.ApplicationScoped;
import org.storesync.extension.redemption.Redemption;

/** Redemptions into the far books. */
@ApplicationScoped
class FarBooksRedemptions extends FarBooksTarget<Redemption> {

  @Override
  public Class<Redemption> documentClass() {
    return Redemption.class;
  }

  @Override
  String content(Redemption redemption) {
    return redemption.coupon().toString();
  }
}
