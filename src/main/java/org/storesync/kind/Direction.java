package org.storesync.kind;

import org.storesync.connector.Side;

/** The way of the data, always seen from the back office. */
public enum Direction {
  /** From the marketplace into the back office. */
  IMPORT(Side.MARKETPLACE, Side.BACK_OFFICE),
  /** From the back office to the marketplace. */
  EXPORT(Side.BACK_OFFICE, Side.MARKETPLACE);

  private final Side source;
  private final Side target;

  Direction(Side source, Side target) {
    this.source = source;
    this.target = target;
  }

  public Side source() {
    return source;
  }

  public Side target() {
    return target;
  }
}
