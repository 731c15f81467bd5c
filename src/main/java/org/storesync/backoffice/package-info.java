/**
 * Our books: items and sales orders, with their pages. Knows nothing of synchronization: whoever
 * brings an order here calls {@link org.storesync.backoffice.SalesOrders} like a person's page
 * does.
 */
package org.storesync.backoffice;
