package org.storesync.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.storesync.kind.PrepareMode;

/**
 * A schedule as programs make, read and change it; what does not apply is null.
 *
 * @param store its name
 * @param entities codes of entities of the store; none: all that are active when it is due
 * @param lastDays modification dates of the last so many days, in place of from and to
 * @param rhythm {@code EVERY_MINUTES 15}, {@code HOURLY 5}, {@code DAILY 02:30}, {@code WEEKLY
 *     MONDAY,THURSDAY 02:30}, {@code MONTHLY 31 02:30} or {@code CRON 0 2 * * 1-5}
 * @param windowFrom time of the day such as 08:00, with {@code windowTo}
 */
public record ScheduleDefinition(
    String name,
    Boolean active,
    ScheduleAction action,
    String store,
    List<String> entities,
    PrepareMode mode,
    Integer lastDays,
    Instant from,
    Instant to,
    Integer rowLimit,
    String rhythm,
    String timeZone,
    LocalDate startsOn,
    LocalDate endsOn,
    String windowFrom,
    String windowTo,
    Integer stopAfter) {}
