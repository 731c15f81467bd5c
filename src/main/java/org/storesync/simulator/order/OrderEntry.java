package org.storesync.simulator.order;

import jakarta.json.JsonObject;

/**
 * One order in a list.
 *
 * @param position its place in the list
 * @param order the order with every data set, in Amazon's shape
 */
public record OrderEntry(OrderPosition position, JsonObject order) {}
