package org.storesync.prepare;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storesync.kind.DateRange;
import org.storesync.kind.PrepareMode;

/**
 * What a program asks to be prepared. What is null was left out.
 *
 * @param mode left out: INCREMENTAL
 * @param entities their codes; left out: all active ones
 * @param from inclusive; not with INCREMENTAL
 * @param to exclusive; not with INCREMENTAL
 * @param thenProcess whether each entity is processed as soon as it is prepared
 */
public record PreparationEntry(
    PrepareMode mode, List<String> entities, Instant from, Instant to, Boolean thenProcess) {

  PrepareMode modeOrStandard() {
    return mode == null ? PrepareMode.INCREMENTAL : mode;
  }

  DateRange range() {
    return new DateRange(Optional.ofNullable(from), Optional.ofNullable(to));
  }
}
