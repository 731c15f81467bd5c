package org.storesync.simulator.demo;

import java.util.List;

/**
 * The marketplaces that the demo seller sells in. Ids, names and order id prefixes are Amazon's;
 * prices are dollars times a fixed rate. A real seller account spans one region only; the demo
 * account spans three, so that one store shows several currencies.
 */
enum DemoMarketplace {
  US("ATVPDKIKX0DER", "Amazon.com", "US", "USD", 2, 1.00, 0.0825, 45, "111", "112", "113", "114"),
  DE("A1PA6795UKMFR9", "Amazon.de", "DE", "EUR", 2, 0.92, 0.19, 25, "302", "303", "304", "306"),
  UK("A1F83G8C2ARO7P", "Amazon.co.uk", "GB", "GBP", 2, 0.79, 0.20, 15, "202", "203", "204", "206"),
  CA("A2EUQ1WTGCTBG2", "Amazon.ca", "CA", "CAD", 2, 1.36, 0.13, 9, "701", "702"),
  JP("A1VC38T7YXB528", "Amazon.co.jp", "JP", "JPY", 0, 150.0, 0.10, 6, "249", "250", "503");

  private final String id;
  private final String site;
  private final String country;
  private final String currency;
  private final int decimals;
  private final double rate;
  private final double tax;
  private final int weight;
  private final List<String> prefixes;

  DemoMarketplace(
      String id,
      String site,
      String country,
      String currency,
      int decimals,
      double rate,
      double tax,
      int weight,
      String... prefixes) {
    this.id = id;
    this.site = site;
    this.country = country;
    this.currency = currency;
    this.decimals = decimals;
    this.rate = rate;
    this.tax = tax;
    this.weight = weight;
    this.prefixes = List.of(prefixes);
  }

  /** One of them, the large ones more often. */
  static DemoMarketplace drawn(Dice dice) {
    int ticket = dice.below(100);
    for (DemoMarketplace marketplace : values()) {
      ticket -= marketplace.weight;
      if (ticket < 0) {
        return marketplace;
      }
    }
    throw new IllegalStateException("The weights of the marketplaces do not sum to 100.");
  }

  String id() {
    return id;
  }

  String site() {
    return site;
  }

  String country() {
    return country;
  }

  String currency() {
    return currency;
  }

  /** Digits after the point in this currency. */
  int decimals() {
    return decimals;
  }

  /** Units of this currency for a dollar. */
  double rate() {
    return rate;
  }

  /** Usual rate of the tax on a sale. */
  double tax() {
    return tax;
  }

  List<String> prefixes() {
    return prefixes;
  }
}
