package org.storesync.simulator.demo;

/** What happens to an order in the course of time. */
enum Plot {
  /** Paid, shipped, delivered. */
  USUAL,
  /** Shipped in two parcels on two days; seller-fulfilled orders of several lines only. */
  IN_TWO_PARCELS,
  /** Cancelled while it was pending. */
  CANCELLED_EARLY,
  /** Cancelled after it was paid. */
  CANCELLED_LATE,
  /** Sent free of charge for an earlier order that went wrong. */
  REPLACED,
  /** From another shop than Amazon's, and Amazon can't ship it. */
  UNFULFILLABLE;

  static Plot drawn(Dice dice, boolean merchant) {
    int ticket = dice.below(1000);
    if (ticket < 20) {
      return CANCELLED_EARLY;
    }
    if (ticket < 40) {
      return CANCELLED_LATE;
    }
    if (ticket < 55) {
      return REPLACED;
    }
    if (ticket < 95 && merchant) {
      return IN_TWO_PARCELS;
    }
    return ticket < 98 && !merchant && ticket >= 95 ? UNFULFILLABLE : USUAL;
  }
}
