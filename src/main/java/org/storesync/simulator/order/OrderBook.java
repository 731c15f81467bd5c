package org.storesync.simulator.order;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All orders of one seller account. May be asked by many threads at once. */
public interface OrderBook {

  /** The orders that fit, in the list's order. Empty if there are none. */
  List<OrderEntry> page(OrderQuery query);

  /** The order as it is at that moment, with every data set; absent if there is none. */
  Optional<JsonObject> order(String orderId, Instant now);
}
