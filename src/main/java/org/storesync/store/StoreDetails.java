package org.storesync.store;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import org.storesync.connector.Side;

/**
 * Everything about a store that may be shown: all but its secrets.
 *
 * @param version to be given back with a change, so that nobody overwrites what he has not seen
 * @param connections how each side is reached
 * @param administratorEmail empty if there is none
 * @param orderTimeZone an IANA name
 * @param earliestOrderDate as in {@code 2026-01-31}; empty if there is none
 */
public record StoreDetails(
    long id,
    int version,
    String name,
    boolean active,
    boolean isDefault,
    Map<Side, ShownConnection> connections,
    String administratorEmail,
    String orderTimeZone,
    String earliestOrderDate,
    Instant changedAt)
    implements Serializable {

  /** How this side is reached. */
  public ShownConnection connection(Side side) {
    return connections.get(side);
  }
}
