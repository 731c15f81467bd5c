package org.storesync.extension.bazaar;

import jakarta.enterprise.context.ApplicationScoped;
import org.storesync.extension.redemption.Redemption;

/** How the bazaar says redemption. */
@ApplicationScoped
class BazaarRedemptions extends BazaarSource<Redemption> {

  @Override
  public Class<Redemption> documentClass() {
    return Redemption.class;
  }
}
