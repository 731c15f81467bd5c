package org.storesync.extension.coupon;

import java.time.Instant;
import java.util.Optional;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Money;
import org.storesync.extension.coupon.Coupon.Form;
import org.storesync.extension.coupon.Coupon.State;

/** Coupons by name. */
public final class CouponFixture {

  private CouponFixture() {}

  /** A valid coupon on paper. */
  public static Coupon aCoupon(String id, Instant modified) {
    return aCoupon(id, modified, "ten percent");
  }

  public static Coupon aCoupon(String id, Instant modified, String text) {
    return coupon(id, Optional.of(modified), Form.PAPER, State.VALID, text);
  }

  public static Coupon aDigitalCoupon(String id, Instant modified) {
    return coupon(id, Optional.of(modified), Form.DIGITAL, State.VALID, "ten percent");
  }

  /** One that a rule of the kind keeps out. */
  public static Coupon aDraft(String id, Instant modified) {
    return coupon(id, Optional.of(modified), Form.PAPER, State.DRAFT, "ten percent");
  }

  /** One of which the marketplace does not say when it was changed. */
  public static Coupon aTimelessCoupon(String id, String text) {
    return coupon(id, Optional.empty(), Form.PAPER, State.VALID, text);
  }

  private static Coupon coupon(
      String id, Optional<Instant> modified, Form form, State state, String text) {
    return new Coupon(new DocumentId(id), modified, form, state, text, Money.of("10.00", "EUR"));
  }
}
