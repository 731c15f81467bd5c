package org.storesync.record;

import java.io.Serializable;

/**
 * How many records match, as far as that was counted: a list costs the same however many there are.
 *
 * @param counted at most {@value #MOST}
 * @param more whether there are more than were counted
 * @param few whether they are so few that sorting them all costs next to nothing
 */
public record RecordCount(long counted, boolean more, boolean few) implements Serializable {

  static final int MOST = 100_000;
  static final int FEW = 5_000;

  /**
   * @param count exact up to the bound, anything above it if there are more
   */
  static RecordCount of(long count) {
    return new RecordCount(Math.min(count, MOST), count > MOST, count <= FEW);
  }
}
