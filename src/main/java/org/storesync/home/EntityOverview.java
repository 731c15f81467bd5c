package org.storesync.home;

import java.io.Serializable;
import java.time.Instant;

/** How an entity of a store is doing. What is not there is null. */
public record EntityOverview(
    String storeName,
    String kind,
    String caption,
    long waiting,
    long failed,
    long aborted,
    long processed,
    Instant readUpTo,
    String lastError)
    implements Serializable {}
