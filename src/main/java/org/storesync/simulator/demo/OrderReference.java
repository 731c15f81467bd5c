package org.storesync.simulator.demo;

/**
 * Which of the generated orders.
 *
 * @param day day of its creation, 0 is the first with orders
 * @param index its place among the orders of that day, by creation
 */
record OrderReference(int day, int index) implements Comparable<OrderReference> {

  private static final long PER_DAY = 1_000_000;

  long number() {
    return day * PER_DAY + index;
  }

  static OrderReference numbered(long number) {
    return new OrderReference((int) (number / PER_DAY), (int) (number % PER_DAY));
  }

  @Override
  public int compareTo(OrderReference other) {
    return Long.compare(number(), other.number());
  }
}
