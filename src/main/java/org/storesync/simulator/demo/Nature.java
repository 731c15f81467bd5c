package org.storesync.simulator.demo;

/**
 * What an order is, from its first moment.
 *
 * @param marketplace where it was placed
 * @param merchant true if the seller ships it (FBM), false if Amazon does (FBA)
 * @param plot what happens to it
 * @param business true if a company bought it
 * @param prime true for a Prime order
 * @param unknownSku true if one of its lines has a SKU that nobody knows
 */
record Nature(
    DemoMarketplace marketplace,
    boolean merchant,
    Plot plot,
    boolean business,
    boolean prime,
    boolean unknownSku) {

  private static final double MERCHANT_SHARE = 0.6;
  private static final double BUSINESS_SHARE = 0.08;
  private static final double PRIME_SHARE = 0.3;

  static Nature drawn(Dice dice, double badShare) {
    DemoMarketplace marketplace = DemoMarketplace.drawn(dice);
    boolean merchant = dice.chance(MERCHANT_SHARE);
    Plot plot = Plot.drawn(dice, merchant);
    return new Nature(
        marketplace,
        merchant,
        plot,
        dice.chance(BUSINESS_SHARE),
        !merchant || dice.chance(PRIME_SHARE),
        dice.chance(badShare));
  }

  /** A replacement goes where the order that it replaces went, by the same way. */
  Nature asReplacement() {
    return new Nature(marketplace, merchant, Plot.REPLACED, false, prime, false);
  }

  /** A replacement for an order that there never was is an order like any other. */
  Nature asUsual() {
    return new Nature(marketplace, merchant, Plot.USUAL, business, prime, unknownSku);
  }

  String fulfilledBy() {
    return merchant ? "MERCHANT" : "AMAZON";
  }
}
