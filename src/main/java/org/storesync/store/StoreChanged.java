package org.storesync.store;

/**
 * Event: a store was made or changed. Observers run in the same transaction, after the store was
 * written; one that throws undoes the change.
 *
 * @param created whether it was made just now
 */
public record StoreChanged(long storeId, boolean created) {}
