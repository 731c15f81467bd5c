package org.storesync.platform.table;

import java.io.Serializable;

/**
 * One key of an order.
 *
 * @param field the column as the page calls it
 * @param ascending smallest first
 */
public record TableSort(String field, boolean ascending) implements Serializable {}
