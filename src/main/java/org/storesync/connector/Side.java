package org.storesync.connector;

/** On which side of a store a system stands. */
public enum Side {
  MARKETPLACE,
  BACK_OFFICE;

  public Side other() {
    return this == MARKETPLACE ? BACK_OFFICE : MARKETPLACE;
  }
}
