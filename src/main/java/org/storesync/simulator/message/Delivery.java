package org.storesync.simulator.message;

import java.time.Duration;

/**
 * How an answer reaches the caller.
 *
 * @param delay time that passes before the first byte leaves
 * @param cut true if the connection dies in the middle of the body
 */
public record Delivery(Duration delay, boolean cut) {

  public static final Delivery PROMPT = new Delivery(Duration.ZERO, false);
  public static final Delivery CUT = new Delivery(Duration.ZERO, true);

  public static Delivery after(Duration delay) {
    return new Delivery(delay, false);
  }
}
