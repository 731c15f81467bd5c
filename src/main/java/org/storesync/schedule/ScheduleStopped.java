package org.storesync.schedule;

/**
 * Event, fired in the transaction that switches a schedule off because it failed too often in a
 * row.
 *
 * @param reason a sentence for people, as it is recorded
 */
public record ScheduleStopped(
    long scheduleId, String name, long storeId, int failuresInARow, String reason) {}
