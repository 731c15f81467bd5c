package org.storesync.record;

import java.time.Instant;

/**
 * The records of one entity that failed for the last time.
 *
 * @param since when the first of them did
 */
public record AbortedRecords(
    long storeId, String storeName, long storeEntityId, String kind, long count, Instant since) {}
