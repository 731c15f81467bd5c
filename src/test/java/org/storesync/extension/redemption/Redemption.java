package org.storesync.extension.redemption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Money;

/**
 * Somebody has used a coupon.
 *
 * @param coupon id of the coupon in the marketplace
 */
public record Redemption(
    DocumentId id,
    Optional<Instant> modified,
    DocumentId coupon,
    LocalDate day,
    Optional<String> remark,
    List<Share> shares)
    implements Document {

  /** What one article gets of the discount. */
  public record Share(String article, Optional<Money> discount) {}
}
