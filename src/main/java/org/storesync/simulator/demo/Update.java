package org.storesync.simulator.demo;

import java.time.Instant;

/**
 * An order as it stands in a list: from one moment to another it is found at this time.
 *
 * @param at the time the list is sorted by
 * @param until the moment from which it is found elsewhere, because it was updated again
 * @param order the order
 */
record Update(Instant at, Instant until, OrderReference order) implements Comparable<Update> {

  boolean holdsAt(Instant now) {
    return !at.isAfter(now) && now.isBefore(until);
  }

  @Override
  public int compareTo(Update other) {
    int byTime = at.compareTo(other.at);
    return byTime != 0 ? byTime : order.compareTo(other.order);
  }
}
