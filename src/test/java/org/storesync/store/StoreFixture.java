package org.storesync.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.storesync.connector.Side;

/** Named examples of what people enter about a store. */
final class StoreFixture {

  static final String SECRET = "amzn1.oa2-cs.v1.very-secret-indeed";

  private StoreFixture() {}

  static StoreIdentity aStoreNamed(String name) {
    return new StoreIdentity(name, TrialMarketplace.KEY, TrialBackOffice.KEY);
  }

  static Map<String, String> completeSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("clientId", "client-1");
    settings.put("clientSecret", SECRET);
    settings.put("region", "eu");
    settings.put("marketplaces", "DE,FR");
    settings.put("apiAddress", "");
    return settings;
  }

  static StoreForm aCompleteForm() {
    return aFormWith(completeSettings());
  }

  static StoreForm aFormWith(Map<String, String> marketplaceSettings) {
    return new StoreForm(
        Map.of(Side.MARKETPLACE, marketplaceSettings), "", "Europe/Berlin", "2026-01-31");
  }
}
