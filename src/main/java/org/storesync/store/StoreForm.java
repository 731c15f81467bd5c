package org.storesync.store;

import java.util.Map;
import org.storesync.connector.Side;

/**
 * What a person enters about a store and may change later, as it was entered. It never prints its
 * settings.
 *
 * @param settings by side and {@link org.storesync.connector.ConnectorSetting#key()}; a secret that
 *     is left blank stays what it is
 * @param administratorEmail may be blank
 * @param orderTimeZone an IANA name such as {@code Europe/Berlin}
 * @param earliestOrderDate as in {@code 2026-01-31}; may be blank
 */
public record StoreForm(
    Map<Side, Map<String, String>> settings,
    String administratorEmail,
    String orderTimeZone,
    String earliestOrderDate) {

  public static final String ADMINISTRATOR_EMAIL = "administratorEmail";
  public static final String ORDER_TIME_ZONE = "orderTimeZone";
  public static final String EARLIEST_ORDER_DATE = "earliestOrderDate";

  public StoreForm {
    settings = Map.copyOf(settings);
  }

  /** The entries for the connector on this side. */
  public Map<String, String> settings(Side side) {
    return settings.getOrDefault(side, Map.of());
  }

  /** Field name of a connector's setting among the problems of a {@link StoreChange.Refused}. */
  public static String field(Side side, String key) {
    return side.name() + "." + key;
  }

  @Override
  public String toString() {
    return "StoreForm";
  }
}
