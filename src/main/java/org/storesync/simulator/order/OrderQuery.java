package org.storesync.simulator.order;

import java.time.Instant;
import java.util.Optional;

/**
 * One page of a list of orders.
 *
 * @param window times asked for
 * @param filter properties asked for
 * @param after the last order of the page before, absent for the first page
 * @param limit greatest number of orders
 * @param now the moment of the request: what happens later is not known yet
 */
public record OrderQuery(
    OrderWindow window,
    OrderFilter filter,
    Optional<OrderPosition> after,
    int limit,
    Instant now) {}
