package org.storesync.benchmark;

import java.time.Duration;

/** Somebody who prepares and processes {@code InventedOrders} in a database of its own. */
public interface Contestant extends AutoCloseable {

  /** What it is called in the tables. */
  String name();

  /**
   * Puts orders into the queue.
   *
   * @param from number of the first order
   * @param badEach every so manieth order can't be written; 0 is none
   * @return how long it took
   */
  Duration prepare(int from, int count, int badEach);

  /** Processes everything in the queue. */
  Duration process();

  /** How many orders stand in its books. */
  long orders();

  @Override
  void close();
}
