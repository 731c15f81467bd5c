package org.storesync.extension.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import org.storesync.extension.redemption.Redemption;

/** Redemptions into the ledger. */
@ApplicationScoped
class LedgerRedemptions extends LedgerTarget<Redemption> {

  @Override
  public Class<Redemption> documentClass() {
    return Redemption.class;
  }

  @Override
  String content(Redemption redemption) {
    return "%s used on %s %s %s"
        .formatted(
            redemption.coupon(),
            redemption.day(),
            redemption.remark().orElse(""),
            redemption.shares());
  }
}
