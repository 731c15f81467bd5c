package org.storesync.simulator.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Draws the lines of an order: goods, quantities, prices, what comes on top and what goes off. */
final class LineDraw {

  private static final int[] LINES_OF_TEN = {1, 1, 1, 1, 1, 2, 2, 3, 4, 5};
  private static final int[] QUANTITIES_OF_TEN = {1, 1, 1, 1, 1, 1, 1, 2, 2, 3};
  private static final int SHIPPING = 499;
  private static final int GIFT_WRAP = 399;
  private static final int COD_FEE = 220;
  private static final double GIFT_SHARE = 0.04;
  private static final double PROMOTION_SHARE = 0.12;
  private static final double FREE_SHIPPING_SHARE = 0.1;

  private final Nature nature;
  private final Dice dice;
  private final double taxRate;

  LineDraw(Nature nature, Dice dice, boolean taxed) {
    this.nature = nature;
    this.dice = dice;
    this.taxRate = taxed ? nature.marketplace().tax() : 0;
  }

  /** So many lines, or one to five if none are asked for. */
  List<Line> lines(int wanted) {
    int drawn = LINES_OF_TEN[dice.below(LINES_OF_TEN.length)];
    int least = nature.plot() == Plot.IN_TWO_PARCELS ? 2 : 1;
    int count = wanted > 0 ? wanted : Math.max(least, drawn);
    int first = dice.below(DemoCatalogue.PRODUCTS.size());
    List<Line> lines = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      lines.add(line(product(first, number, count), number == 0));
    }
    return lines;
  }

  /** Steps of seven through forty products meet each of them once before any of them twice. */
  private DemoProduct product(int first, int number, int count) {
    return nature.unknownSku() && number == count - 1
        ? DemoCatalogue.unknown(dice)
        : DemoCatalogue.PRODUCTS.get((first + 7 * number) % DemoCatalogue.PRODUCTS.size());
  }

  private Line line(DemoProduct product, boolean first) {
    int quantity = QUANTITIES_OF_TEN[dice.below(QUANTITIES_OF_TEN.length)];
    long unitPrice = local(product.cents());
    boolean gift = dice.chance(GIFT_SHARE);
    boolean promotion = dice.chance(PROMOTION_SHARE);
    Map<Charge, Long> charges = new EnumMap<>(Charge.class);
    charges.put(Charge.ITEM, unitPrice * quantity);
    if (gift) {
      charges.put(Charge.GIFT_WRAP, local(GIFT_WRAP) * quantity);
    }
    long freeShipping = first ? shipping(charges) : 0;
    long discount = promotion ? unitPrice * quantity / 10 : 0;
    if (discount + freeShipping > 0) {
      charges.put(Charge.DISCOUNT, -discount - freeShipping);
    }
    LineMoney money = LineMoney.of(charges, -freeShipping, taxRate);
    return new Line(product, quantity, unitPrice, money, gift, discount + freeShipping > 0);
  }

  /** Puts the shipping of the whole order on the line; tells how much of it is given back. */
  private long shipping(Map<Charge, Long> charges) {
    boolean givenBack = dice.chance(FREE_SHIPPING_SHARE);
    boolean onDelivery = dice.chance(FREE_SHIPPING_SHARE);
    if (!nature.prime() || givenBack) {
      charges.put(Charge.SHIPPING, local(SHIPPING));
    }
    if (nature.marketplace() == DemoMarketplace.JP && nature.merchant() && onDelivery) {
      charges.put(Charge.COD_FEE, local(COD_FEE));
    }
    return givenBack ? local(SHIPPING) : 0;
  }

  /** Cents of a dollar in the smallest unit of the currency. */
  private long local(int cents) {
    DemoMarketplace marketplace = nature.marketplace();
    double units = cents / 100.0 * marketplace.rate();
    return Math.round(units * Math.pow(10, marketplace.decimals()));
  }
}
