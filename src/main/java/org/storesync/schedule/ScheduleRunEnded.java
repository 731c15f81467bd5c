package org.storesync.schedule;

/**
 * Event, fired in the transaction that records what came of an execution.
 *
 * @param failuresInARow how many have failed in a row now
 * @param message why it failed or was passed over, a sentence; else null
 */
public record ScheduleRunEnded(
    long executionId,
    long scheduleId,
    String name,
    long storeId,
    ScheduleOutcome outcome,
    int failuresInARow,
    String message) {}
