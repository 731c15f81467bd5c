package org.storesync.simulator.demo;

import java.math.BigInteger;

/**
 * Ids as Amazon writes them, 3-7-7 digits for orders and 14 digits for their items. The last 14
 * digits are the order's number, shuffled so that it looks drawn by lot, and can be shuffled back:
 * an order is found by its id without a list of ids.
 */
final class OrderNumbers {

  private static final long MODULUS = 100_000_000_000_000L;
  private static final long FACTOR = 38_284_905_673_127L;
  private static final long INVERSE =
      BigInteger.valueOf(FACTOR).modInverse(BigInteger.valueOf(MODULUS)).longValueExact();
  private static final long CHUNK = 10_000;
  private static final long LINES = 10;

  private final long offset;

  OrderNumbers(DemoProfile profile) {
    offset = Math.floorMod(new Dice(profile.root()).next(), MODULUS);
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
    long digits = Long.parseLong(orderId.substring(4, 11) + orderId.substring(12));
    long shifted = Math.floorMod(digits - offset, MODULUS);
    return OrderReference.numbered(product(shifted, INVERSE));
  }

  private String shuffled(long number) {
    long value = (product(number, FACTOR) + offset) % MODULUS;
    return Long.toString(MODULUS + value).substring(1);
  }

  /** The product modulo {@link #MODULUS}, four digits at a time so that nothing overflows. */
  private static long product(long number, long factor) {
    if (number < CHUNK) {
      return number * factor % MODULUS;
    }
    long high = product(number / CHUNK, factor);
    return (high * CHUNK + number % CHUNK * factor) % MODULUS;
  }
}
