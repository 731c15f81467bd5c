package org.storesync.backoffice;

/**
 * The item that a SKU or ASIN stands for.
 *
 * @param id number of the item's row
 * @param unitsPerSku how many units of the item one unit of the SKU holds
 */
public record LinkedItem(long id, String itemId, boolean active, int unitsPerSku) {}
