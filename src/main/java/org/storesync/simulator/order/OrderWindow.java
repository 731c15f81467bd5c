package org.storesync.simulator.order;

import java.time.Instant;

/**
 * Which orders are asked for by time. Both ends are inclusive, as Amazon's description says ("at or
 * after", "at or before").
 */
public record OrderWindow(Axis axis, Instant from, Instant to) {

  /** The time that is compared. */
  public enum Axis {
    CREATED("createdTime", "createdAfter", "createdBefore"),
    UPDATED("lastUpdatedTime", "lastUpdatedAfter", "lastUpdatedBefore");

    private final String field;
    private final String after;
    private final String before;

    Axis(String field, String after, String before) {
      this.field = field;
      this.after = after;
      this.before = before;
    }

    /** Name of the field of an order. */
    public String field() {
      return field;
    }

    /** Name of the parameter with the lower end. */
    public String after() {
      return after;
    }

    /** Name of the parameter with the upper end, and of the field of the answer. */
    public String before() {
      return before;
    }
  }

  public boolean contains(Instant time) {
    return !time.isBefore(from) && !time.isAfter(to);
  }
}
