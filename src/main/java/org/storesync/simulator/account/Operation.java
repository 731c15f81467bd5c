package org.storesync.simulator.account;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operations of the simulated marketplace with Amazon's usage plans, as published in the
 * description of Orders API 2026-01-01. The token endpoint publishes none.
 */
public enum Operation {
  SEARCH_ORDERS("searchOrders", 0.0056, 20),
  GET_ORDER("getOrder", 0.5, 30),
  TOKEN("token", Double.POSITIVE_INFINITY, Integer.MAX_VALUE);

  private final String key;
  private final double rate;
  private final int burst;

  Operation(String key, double rate, int burst) {
    this.key = key;
    this.rate = rate;
    this.burst = burst;
  }

  /** The operation's name in Amazon's description, and in the log of requests. */
  public String key() {
    return key;
  }

  /** Requests a second. */
  public double rate() {
    return rate;
  }

  /** Requests that may come at once. */
  public int burst() {
    return burst;
  }

  /** True if Amazon limits this operation. */
  public boolean limited() {
    return this != TOKEN;
  }

  public static Optional<Operation> named(String key) {
    return Stream.of(values()).filter(operation -> operation.key.equals(key)).findFirst();
  }
}
