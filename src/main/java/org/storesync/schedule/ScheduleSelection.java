package org.storesync.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storesync.kind.DateRange;
import org.storesync.kind.PrepareMode;

/**
 * What a schedule does with what; what is not given is null, as forms want it.
 *
 * @param storeEntityIds entities of the store; none: all that are active when it is due
 * @param mode how to prepare
 * @param lastDays modification dates of the last so many days, in place of a fixed range
 * @param from fixed range: inclusive
 * @param to fixed range: exclusive
 * @param rowLimit process at most this many records
 */
public record ScheduleSelection(
    ScheduleAction action,
    Long storeId,
    List<Long> storeEntityIds,
    PrepareMode mode,
    Integer lastDays,
    Instant from,
    Instant to,
    Integer rowLimit) {

  public ScheduleSelection {
    storeEntityIds = List.copyOf(storeEntityIds);
  }

  /** The range of modification dates that is meant now. */
  public DateRange rangeAt(Instant now) {
    return lastDays == null
        ? new DateRange(Optional.ofNullable(from), Optional.ofNullable(to))
        : DateRange.of(now.minus(Duration.ofDays(lastDays)), now);
  }
}
