package org.storesync.simulator.demo;

import java.util.EnumMap;
import java.util.Map;

/**
 * The money of one line in the smallest unit of its currency (cents, yen).
 *
 * <p>How the sums relate, in the simulated marketplace: the description calls the breakdowns the
 * categories of the total, and in its examples the total is their plain sum. So the total of a line
 * is the sum of its breakdowns' subtotals, TAX among them; a DISCOUNT is negative; the subtotal of
 * TAX and of DISCOUNT is the sum of its detailed breakdowns; the tax on a discount is negative. The
 * total of an order is the sum of its breakdowns, each the sum of the lines', plus what belongs to
 * no line (DELIVERY_TIP).
 *
 * @param charges amounts by kind, without tax
 * @param taxes the tax on each of them
 * @param shippingDiscount the part of the discount that is on shipping; the rest is on the item
 */
record LineMoney(Map<Charge, Long> charges, Map<Charge, Long> taxes, long shippingDiscount) {

  static LineMoney of(Map<Charge, Long> charges, long shippingDiscount, double taxRate) {
    Map<Charge, Long> taxes = new EnumMap<>(Charge.class);
    charges.forEach((charge, amount) -> taxes.put(charge, Math.round(amount * taxRate)));
    taxes.values().removeIf(tax -> tax == 0);
    return new LineMoney(charges, taxes, shippingDiscount);
  }

  /** Nothing to pay. */
  static LineMoney none() {
    return new LineMoney(Map.of(Charge.ITEM, 0L), Map.of(), 0);
  }

  long of(Charge charge) {
    return charges.getOrDefault(charge, 0L);
  }

  long tax() {
    return sum(taxes);
  }

  long total() {
    return sum(charges) + tax();
  }

  private static long sum(Map<Charge, Long> amounts) {
    return amounts.values().stream().mapToLong(Long::longValue).sum();
  }
}
