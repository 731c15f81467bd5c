package org.storesync.connector.amazon;

import org.storesync.platform.quota.Quota;
import org.storesync.platform.quota.QuotaRequest;

/**
 * The operations that are called, with the usage plan that Amazon publishes for each in its models
 * (per pair of selling partner and application). The rate is corrected by what Amazon answers.
 */
enum AmazonThrottles {
  SEARCH_ORDERS("searchOrders", 0.0056, 20),
  GET_ORDER("getOrder", 0.5, 30);

  private final String operation;
  private final double perSecond;
  private final int burst;

  AmazonThrottles(String operation, double perSecond, int burst) {
    this.operation = operation;
    this.perSecond = perSecond;
    this.burst = burst;
  }

  /** Amazon's name for it. */
  String operation() {
    return operation;
  }

  int burst() {
    return burst;
  }

  Quota quota(AmazonAccess access) {
    return new Quota(access.account(), operation, perSecond, burst);
  }

  /** A call for this store. */
  QuotaRequest request(AmazonAccess access) {
    return new QuotaRequest(quota(access), access.storeName(), access.unattended());
  }
}
