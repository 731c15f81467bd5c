package org.storesync.extension.redemption;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.storesync.connector.Document;
import org.storesync.extension.coupon.Coupon;
import org.storesync.kind.Direction;
import org.storesync.kind.DocumentSummary;
import org.storesync.kind.EntityKind;
import org.storesync.kind.Prerequisite;
import org.storesync.kind.Verdict;

/**
 * A redemption can be booked only when its coupon is. Several may share one document of the books.
 */
@ApplicationScoped
class RedemptionKind implements EntityKind<Redemption> {

  @Override
  public String code() {
    return "REDEMPTION";
  }

  @Override
  public Class<Redemption> documentClass() {
    return Redemption.class;
  }

  @Override
  public Direction direction() {
    return Direction.IMPORT;
  }

  @Override
  public int syncOrder() {
    return 9030;
  }

  @Override
  public boolean takes(Redemption redemption) {
    return true;
  }

  @Override
  public Verdict judge(Redemption redemption, boolean synchronizedBefore) {
    return Verdict.accepted();
  }

  @Override
  public DocumentSummary summarize(Redemption redemption) {
    return new DocumentSummary(
        "Redemption of " + redemption.coupon(),
        redemption.modified(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Set<Class<? extends Document>> needs() {
    return Set.of(Coupon.class);
  }

  @Override
  public List<Prerequisite> prerequisites(Redemption redemption) {
    return List.of(new Prerequisite(Coupon.class, redemption.coupon()));
  }

  @Override
  public List<String> problems(Redemption redemption) {
    return List.of();
  }

  @Override
  public boolean uniqueLocalId() {
    return false;
  }
}
