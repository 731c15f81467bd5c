package org.storesync.store;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storesync.connector.Side;

/**
 * What a program enters about a store. What is null was left out. Never prints its secrets.
 *
 * @param clientSecret written, never read
 * @param refreshToken written, never read
 * @param timeZone of the store's orders, an IANA name
 */
public record StoreEntry(
    String name,
    Boolean active,
    @JsonbProperty("default") Boolean isDefault,
    String region,
    List<String> marketplaceIds,
    String clientId,
    String clientSecret,
    String refreshToken,
    String apiEndpoint,
    String tokenEndpoint,
    LocalDate earliestOrderDate,
    String timeZone) {

  /** What a new store has where nothing is entered. */
  private static final String STANDARD_TIME_ZONE = "UTC";

  StoreStanding standing() {
    return new StoreStanding(Optional.ofNullable(active), Optional.ofNullable(isDefault));
  }

  /** The entries of a new store. */
  StoreForm form() {
    return form(Map.of(), "", STANDARD_TIME_ZONE, "");
  }

  /** The entries of a known store: what was left out stays. */
  StoreForm formFor(StoreDetails known) {
    return form(
        known.connection(Side.MARKETPLACE).settings(),
        known.administratorEmail(),
        known.orderTimeZone(),
        known.earliestOrderDate());
  }

  private StoreForm form(
      Map<String, String> settings, String administratorEmail, String zone, String earliest) {
    Map<String, String> marketplace = new HashMap<>(settings);
    enter(marketplace, "region", region);
    enter(
        marketplace,
        "marketplaceIds",
        marketplaceIds == null ? null : String.join(",", marketplaceIds));
    enter(marketplace, "clientId", clientId);
    enter(marketplace, "clientSecret", clientSecret);
    enter(marketplace, "refreshToken", refreshToken);
    enter(marketplace, "apiEndpoint", apiEndpoint);
    enter(marketplace, "tokenEndpoint", tokenEndpoint);
    return new StoreForm(
        Map.of(Side.MARKETPLACE, marketplace),
        administratorEmail,
        timeZone == null ? zone : timeZone,
        earliestOrderDate == null ? earliest : earliestOrderDate.toString());
  }

  private static void enter(Map<String, String> settings, String key, String entry) {
    if (entry != null) {
      settings.put(key, entry);
    }
  }

  @Override
  public String toString() {
    return "StoreEntry[" + name + "]";
  }
}
