package org.storesync.backoffice;

/** By what a list of orders can be sorted; each has its index. */
public enum OrderSort {
  NUMBER("o.number"),
  AMAZON_ORDER_ID("o.amazonOrderId"),
  ORDERED_AT("o.orderedAt"),
  SHIP_BY("o.shipBy");

  private final String path;

  OrderSort(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }
}
