package org.storesync.simulator.demo;

/**
 * One line of an order.
 *
 * @param product what was ordered
 * @param quantity how many
 * @param unitPrice price of one, in the smallest unit of the currency
 * @param money everything there is to pay for the line
 * @param gift true if it is wrapped as a gift
 * @param promotion true if a discount was given
 */
record Line(
    DemoProduct product,
    int quantity,
    long unitPrice,
    LineMoney money,
    boolean gift,
    boolean promotion) {

  /** The same goods once more, one of them, at no charge. */
  Line free() {
    return new Line(product, 1, 0, LineMoney.none(), false, false);
  }
}
