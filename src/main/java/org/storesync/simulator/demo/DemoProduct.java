package org.storesync.simulator.demo;

/**
 * A listing of the demo seller.
 *
 * @param sku the seller's own number for it
 * @param asin Amazon's number for it
 * @param title its name in the shop
 * @param cents price of one in US cents, without tax
 */
record DemoProduct(String sku, String asin, String title, int cents) {}
