package org.storesync.simulator.demo;

/** A stage in the life of an order, with the fulfillment status that Amazon gives it then. */
enum Stage {
  PENDING("PENDING"),
  PAID("UNSHIPPED"),
  PARTLY_SHIPPED("PARTIALLY_SHIPPED"),
  SHIPPED("SHIPPED"),
  DELIVERED("SHIPPED"),
  CANCELLED("CANCELLED"),
  UNFULFILLABLE("UNFULFILLABLE");

  private final String status;

  Stage(String status) {
    this.status = status;
  }

  String status() {
    return status;
  }
}
