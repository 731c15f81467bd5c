package org.storesync.kind;

import java.io.Serializable;
import java.time.Instant;

/**
 * A store entity as pages show it. Instants and texts that are not there are null, as pages want
 * them.
 */
public record StoreEntityRow(
    long id,
    long storeId,
    String storeName,
    String kind,
    Direction direction,
    boolean active,
    int maxFailedAttempts,
    Instant baseline,
    Instant lastIncrementalAt,
    Instant lastByDateAt,
    Instant lastFullAt,
    String lastError,
    Instant lastErrorAt,
    int version)
    implements Serializable {}
