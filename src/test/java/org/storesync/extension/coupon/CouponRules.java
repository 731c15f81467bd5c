package org.storesync.extension.coupon;

import java.util.List;
import java.util.Optional;
import org.storesync.kind.Direction;
import org.storesync.kind.DocumentSummary;
import org.storesync.kind.EntityKind;
import org.storesync.kind.Prerequisite;
import org.storesync.kind.Verdict;

/** The rules that hold for every coupon; both kinds of coupon are read together. */
abstract class CouponRules implements EntityKind<Coupon> {

  private final Coupon.Form form;

  CouponRules(Coupon.Form form) {
    this.form = form;
  }

  @Override
  public Class<Coupon> documentClass() {
    return Coupon.class;
  }

  @Override
  public Direction direction() {
    return Direction.IMPORT;
  }

  @Override
  public boolean takes(Coupon coupon) {
    return coupon.form() == form;
  }

  @Override
  public Verdict judge(Coupon coupon, boolean synchronizedBefore) {
    return coupon.state() == Coupon.State.DRAFT
        ? Verdict.filtered("Only a draft at the marketplace.")
        : Verdict.accepted();
  }

  @Override
  public DocumentSummary summarize(Coupon coupon) {
    return new DocumentSummary(
        "Coupon " + coupon.text(),
        coupon.modified(),
        Optional.empty(),
        Optional.of(coupon.value()));
  }

  @Override
  public List<Prerequisite> prerequisites(Coupon coupon) {
    return List.of();
  }

  @Override
  public List<String> problems(Coupon coupon) {
    return coupon.text().isEmpty() ? List.of("Coupon " + coupon.id() + " has no text.") : List.of();
  }

  @Override
  public boolean uniqueLocalId() {
    return true;
  }
}
