package org.storesync.store;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.storesync.connector.Side;

/**
 * A store as programs see it: without its secrets. What is not there is null.
 *
 * @param earliestOrderDate the day that was entered, else the first that the marketplace offers
 */
@Schema(requiredProperties = {"name", "marketplaceIds", "timeZone"})
public record StoreAnswer(
    String name,
    boolean active,
    @JsonbProperty("default") boolean isDefault,
    String region,
    List<String> marketplaceIds,
    String clientId,
    String apiEndpoint,
    String tokenEndpoint,
    LocalDate earliestOrderDate,
    String timeZone) {

  static StoreAnswer of(StoreDetails store, Optional<LocalDate> earliestOrderDate) {
    Map<String, String> settings = store.connection(Side.MARKETPLACE).settings();
    return new StoreAnswer(
        store.name(),
        store.active(),
        store.isDefault(),
        settings.get("region"),
        Arrays.stream(settings.getOrDefault("marketplaceIds", "").split(","))
            .filter(id -> !id.isEmpty())
            .toList(),
        settings.get("clientId"),
        settings.get("apiEndpoint"),
        settings.get("tokenEndpoint"),
        earliestOrderDate.orElse(null),
        store.orderTimeZone());
  }
}
