package org.storesync.schedule;

import java.time.Instant;

/**
 * A schedule whose latest executions failed.
 *
 * @param stopped whether it was switched off because of it
 * @param failuresInARow how many
 * @param since when the first of them failed
 * @param reason of the last one, a sentence
 */
public record ScheduleTrouble(
    long scheduleId,
    String name,
    long storeId,
    boolean stopped,
    int failuresInARow,
    Instant since,
    String reason) {}
