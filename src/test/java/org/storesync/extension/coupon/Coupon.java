package org.storesync.extension.coupon;

import java.time.Instant;
import java.util.Optional;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Money;

/**
 * A promise of a discount that a marketplace has given.
 *
 * @param text what it promises; empty where somebody forgot it
 */
public record Coupon(
    DocumentId id, Optional<Instant> modified, Form form, State state, String text, Money value)
    implements Document {

  /** What it is printed on. */
  public enum Form {
    PAPER,
    DIGITAL
  }

  /** Whether it can be used. */
  public enum State {
    DRAFT,
    VALID
  }
}
