package org.storesync.simulator.order;

import java.time.Instant;

/**
 * A place in the list of orders. Lists are sorted by time and, for equal times, in an order of
 * their own that never changes, so a position stays good while orders come and change.
 *
 * @param time the time the list is sorted by: last update or creation
 * @param orderId the order at this place
 */
public record OrderPosition(Instant time, String orderId) {}
