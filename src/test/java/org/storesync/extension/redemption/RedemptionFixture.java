package org.storesync.extension.redemption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Money;

/** Redemptions by name. */
public final class RedemptionFixture {

  private RedemptionFixture() {}

  public static Redemption aRedemption(String id, String coupon, Instant modified) {
    return new Redemption(
        new DocumentId(id),
        Optional.of(modified),
        new DocumentId(coupon),
        LocalDate.of(2026, 11, 24),
        Optional.empty(),
        List.of(
            new Redemption.Share("mug", Optional.of(Money.of("1.50", "EUR"))),
            new Redemption.Share("plate", Optional.empty())));
  }
}
