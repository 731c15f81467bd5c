package org.storesync.simulator.demo;

/** What a line is made of besides tax, by Amazon's names. A discount is negative. */
enum Charge {
  ITEM,
  SHIPPING,
  GIFT_WRAP,
  COD_FEE,
  DISCOUNT
}
