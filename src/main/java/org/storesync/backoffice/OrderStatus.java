package org.storesync.backoffice;

/** How far an order is in our books. */
public enum OrderStatus {
  /** Nothing has shipped yet. */
  OPEN,
  /** Some units have shipped. */
  PARTIALLY_SHIPPED,
  /** We have shipped everything. */
  SHIPPED,
  /** The marketplace has shipped everything for us. */
  COMPLETED,
  /** It can't be fulfilled as ordered; somebody must look at it. */
  UNFULFILLABLE,
  CANCELLED;

  /** Whether goods have left, so that the order can't simply be cancelled any more. */
  public boolean hasShipped() {
    return switch (this) {
      case PARTIALLY_SHIPPED, SHIPPED, COMPLETED -> true;
      case OPEN, UNFULFILLABLE, CANCELLED -> false;
    };
  }
}
