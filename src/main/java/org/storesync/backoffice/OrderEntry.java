package org.storesync.backoffice;

/**
 * An order in the order of its coming.
 *
 * @param id number of its row, which grows with each new order
 */
public record OrderEntry(long id, OrderRow order) {}
