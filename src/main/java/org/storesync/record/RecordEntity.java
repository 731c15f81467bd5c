package org.storesync.record;

/**
 * An entity of a store as lists of records need it.
 *
 * @param active whether it takes part, and its store too
 */
record RecordEntity(long id, long storeId, String kind, int syncOrder, boolean active) {}
