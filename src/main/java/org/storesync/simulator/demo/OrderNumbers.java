package org.storesync.simulator.demo;

import java.math.BigInteger;

/**
 * Ids as Amazon writes them, 3-7-7 digits for orders and 14 digits for their items. The last 14
 * digits are the order's number, shuffled so that it looks drawn by lot, and can be shuffled back:
 * an order is found by its id without a list of ids.
 */
final class OrderNumbers {

  private static final BigInteger MODULUS = BigInteger.TEN.pow(14);
  private static final BigInteger FACTOR = BigInteger.valueOf(38_284_905_673_127L);
  private static final BigInteger INVERSE = FACTOR.modInverse(MODULUS);
  private static final long LINES = 10;

  private final BigInteger offset;

  OrderNumbers(DemoProfile profile) {
    offset = BigInteger.valueOf(new Dice(profile.root()).next() >>> 1).mod(MODULUS);
  }

  String orderId(OrderReference order, String prefix) {
    String digits = shuffled(order.number());
    return prefix + "-" + digits.substring(0, 7) + "-" + digits.substring(7);
  }

  String itemId(OrderReference order, int line) {
    return shuffled(order.number() * LINES + line);
  }

  /** The order that an id of the right form would belong to, if there is one with that id. */
  OrderReference reference(String orderId) {
    String digits = orderId.substring(4, 11) + orderId.substring(12);
    BigInteger number = new BigInteger(digits).subtract(offset).multiply(INVERSE).mod(MODULUS);
    return OrderReference.numbered(number.longValueExact());
  }

  private String shuffled(long number) {
    BigInteger value = BigInteger.valueOf(number).multiply(FACTOR).add(offset).mod(MODULUS);
    return "%014d".formatted(value.longValueExact());
  }
}
