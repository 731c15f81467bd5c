package org.storesync.schedule;

import java.io.Serializable;
import java.time.Instant;

/**
 * A schedule as lists show it. What is not there is null.
 *
 * @param entities how many entities it takes; 0: all that are active
 * @param timetable in words
 * @param last its last execution
 */
public record ScheduleRow(
    long id,
    int revision,
    String name,
    boolean active,
    ScheduleAction action,
    long storeId,
    String storeName,
    int entities,
    String timetable,
    String zone,
    Instant nextAt,
    String stoppedBecause,
    int failuresInARow,
    ScheduleRunRow last)
    implements Serializable {}
