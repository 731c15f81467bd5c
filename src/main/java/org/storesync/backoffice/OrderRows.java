package org.storesync.backoffice;

import java.util.Collection;

/**
 * How the rows of many new orders are written. There are two forms, and {@link SalesOrders} takes
 * the one for its database; a test holds them to the same rows.
 */
interface OrderRows {

  /** Adds orders that have their numbers and no rows yet, in the transaction of the caller. */
  void insert(Collection<Order> added);
}
