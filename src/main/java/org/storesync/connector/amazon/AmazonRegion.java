package org.storesync.connector.amazon;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * A part of the world with its own API address; a seller account belongs to one. Source: Amazon's
 * page "SP-API endpoints".
 */
enum AmazonRegion {
  NA("https://sellingpartnerapi-na.amazon.com"),
  EU("https://sellingpartnerapi-eu.amazon.com"),
  FE("https://sellingpartnerapi-fe.amazon.com");

  private static final Period ORDERS_KEPT = Period.ofYears(2);

  /** Japan, Australia and Singapore: Amazon gives all orders since then. */
  private static final Instant FIRST_FAR_EAST_ORDER = Instant.parse("2016-01-01T00:00:00Z");

  private final String endpoint;

  AmazonRegion(String endpoint) {
    this.endpoint = endpoint;
  }

  String endpoint() {
    return endpoint;
  }

  /** The oldest order that Orders 2026-01-01 tells about. */
  Instant earliestOrder(Instant now) {
    return this == FE
        ? FIRST_FAR_EAST_ORDER
        : now.atOffset(ZoneOffset.UTC).minus(ORDERS_KEPT).toInstant();
  }
}
