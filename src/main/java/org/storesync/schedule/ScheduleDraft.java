package org.storesync.schedule;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A schedule as it is entered; what is not given is null.
 *
 * @param rhythm the line of a {@link Rhythm}
 * @param zone name of a time zone
 * @param startsOn the first day
 * @param endsOn the last day
 * @param windowFrom the part of each day, with {@code windowTo}
 * @param stopAfter failed executions in a row after which it is switched off
 */
public record ScheduleDraft(
    String name,
    boolean active,
    ScheduleSelection selection,
    String rhythm,
    String zone,
    LocalDate startsOn,
    LocalDate endsOn,
    LocalTime windowFrom,
    LocalTime windowTo,
    int stopAfter) {

  public static final int DEFAULT_STOP_AFTER = 10;
}
