package org.storesync.backoffice;

import java.util.Collection;
import java.util.Map;

/**
 * How the rows of many orders are found and written. There are two forms, and {@link SalesOrders}
 * takes the one for its database; a test holds them to the same rows.
 */
interface OrderRows {

  /** The numbers of these Amazon orders of the store, by their Amazon order ids. */
  Map<String, String> numbers(long storeId, Collection<String> amazonOrderIds);

  /** Adds orders that have their numbers and no rows yet, in the transaction of the caller. */
  void insert(Collection<Order> added);
}
