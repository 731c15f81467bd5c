package org.storesync.connector;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What a connector sees of a store: whose it is and how to reach it. Secrets are open in it, so it
 * never prints its settings.
 *
 * @param storeId number of the store, stable for its life
 * @param storeName the name that people gave it, for messages
 * @param settings this connector's settings by {@link ConnectorSetting#key()}
 * @param orderTimeZone business dates on documents follow it
 * @param earliestOrderDate nothing older is ever asked for, if set
 * @param unattended whether no person waits for it: its calls give way to those of persons
 */
public record StoreAccess(
    long storeId,
    String storeName,
    Map<String, String> settings,
    ZoneId orderTimeZone,
    Optional<Instant> earliestOrderDate,
    boolean unattended) {

  public StoreAccess {
    settings = Map.copyOf(settings);
  }

  /** The same store, asked for a run that nobody may be waiting for. */
  public StoreAccess unattended(boolean nobodyWaits) {
    return new StoreAccess(
        storeId, storeName, settings, orderTimeZone, earliestOrderDate, nobodyWaits);
  }

  /** The setting, if it was given and is not blank. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(settings.get(key)).filter(value -> !value.isBlank());
  }

  /**
   * The setting, which must be there.
   *
   * @throws ConnectorFailure.Misconfigured naming store and setting if it is not
   */
  public String require(String key) {
    return find(key)
        .orElseThrow(
            () ->
                new ConnectorFailure.Misconfigured(
                    "Store %s: the setting %s is missing.".formatted(storeName, key)));
  }

  @Override
  public String toString() {
    return "StoreAccess[" + storeName + "]";
  }
}
