package org.storesync.record;

import java.util.List;
import java.util.Optional;

/**
 * Which records a table shows.
 *
 * @param filter those that match
 * @param limit at most this many of them, in loading order; sorting never changes the set
 * @param standardOrder the order before a person sorts; empty: loading order
 */
public record RecordLoading(
    RecordFilter filter, Optional<Integer> limit, List<RecordSort> standardOrder) {

  public RecordLoading {
    standardOrder = List.copyOf(standardOrder);
  }

  /** How many records a table shows of those that match. */
  public long loaded(RecordCount matching) {
    return limit.map(rows -> Math.min(rows, matching.counted())).orElse(matching.counted());
  }
}
