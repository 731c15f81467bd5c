package org.storesync.connector.amazon;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A country site of Amazon. Ids from Amazon's page "Marketplace IDs"; each has its Seller Central
 * and the currency that its buyers pay in.
 */
enum AmazonMarketplace {
  CA("A2EUQ1WTGCTBG2", AmazonRegion.NA, "sellercentral.amazon.ca", "CAD"),
  US("ATVPDKIKX0DER", AmazonRegion.NA, "sellercentral.amazon.com", "USD"),
  MX("A1AM78C64UM0Y8", AmazonRegion.NA, "sellercentral.amazon.com.mx", "MXN"),
  BR("A2Q3Y263D00KWC", AmazonRegion.NA, "sellercentral.amazon.com.br", "BRL"),
  IE("A28R8C7NBKEWEA", AmazonRegion.EU, "sellercentral.amazon.ie", "EUR"),
  ES("A1RKKUPIHCS9HS", AmazonRegion.EU, "sellercentral-europe.amazon.com", "EUR"),
  GB("A1F83G8C2ARO7P", AmazonRegion.EU, "sellercentral-europe.amazon.com", "GBP"),
  FR("A13V1IB3VIYZZH", AmazonRegion.EU, "sellercentral-europe.amazon.com", "EUR"),
  BE("AMEN7PMS3EDWL", AmazonRegion.EU, "sellercentral.amazon.com.be", "EUR"),
  NL("A1805IZSGTT6HS", AmazonRegion.EU, "sellercentral.amazon.nl", "EUR"),
  DE("A1PA6795UKMFR9", AmazonRegion.EU, "sellercentral-europe.amazon.com", "EUR"),
  IT("APJ6JRA9NG5V4", AmazonRegion.EU, "sellercentral-europe.amazon.com", "EUR"),
  SE("A2NODRKZP88ZB9", AmazonRegion.EU, "sellercentral.amazon.se", "SEK"),
  ZA("AE08WJ6YKNBMC", AmazonRegion.EU, "sellercentral.amazon.co.za", "ZAR"),
  PL("A1C3SOZRARQ6R3", AmazonRegion.EU, "sellercentral.amazon.pl", "PLN"),
  EG("ARBP9OOSHTCHU", AmazonRegion.EU, "sellercentral.amazon.eg", "EGP"),
  TR("A33AVAJ2PDY3EV", AmazonRegion.EU, "sellercentral.amazon.com.tr", "TRY"),
  SA("A17E79C6D8DWNP", AmazonRegion.EU, "sellercentral.amazon.sa", "SAR"),
  AE("A2VIGQ35RCS4UG", AmazonRegion.EU, "sellercentral.amazon.ae", "AED"),
  IN("A21TJRUUN4KGV", AmazonRegion.EU, "sellercentral.amazon.in", "INR"),
  SG("A19VAU5U5O7RUS", AmazonRegion.FE, "sellercentral.amazon.sg", "SGD"),
  AU("A39IBJ37TRP1C6", AmazonRegion.FE, "sellercentral.amazon.com.au", "AUD"),
  JP("A1VC38T7YXB528", AmazonRegion.FE, "sellercentral.amazon.co.jp", "JPY");

  private final String id;
  private final AmazonRegion region;
  private final String sellerCentral;
  private final String currency;

  AmazonMarketplace(String id, AmazonRegion region, String sellerCentral, String currency) {
    this.id = id;
    this.region = region;
    this.sellerCentral = sellerCentral;
    this.currency = currency;
  }

  static Optional<AmazonMarketplace> find(String id) {
    return Arrays.stream(values()).filter(marketplace -> marketplace.id.equals(id)).findFirst();
  }

  static List<AmazonMarketplace> of(AmazonRegion region) {
    return Arrays.stream(values()).filter(marketplace -> marketplace.region == region).toList();
  }

  /** The site whose Seller Central stands for the whole region. */
  static AmazonMarketplace main(AmazonRegion region) {
    return switch (region) {
      case NA -> US;
      case EU -> DE;
      case FE -> JP;
    };
  }

  String id() {
    return id;
  }

  AmazonRegion region() {
    return region;
  }

  /** Host name of the pages where its sellers work. */
  String sellerCentral() {
    return sellerCentral;
  }

  /** ISO 4217. */
  String currency() {
    return currency;
  }

  String country(Locale language) {
    return new Locale("", name()).getDisplayCountry(language);
  }
}
