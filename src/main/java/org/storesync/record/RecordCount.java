package org.storesync.record;

import java.io.Serializable;

/**
 * How many records match, as far as that was counted: a list costs the same however many there are.
 *
 * @param counted at most {@value #MOST}
 * @param more whether there are more than were counted
 */
public record RecordCount(long counted, boolean more) implements Serializable {

  static final int MOST = 100_000;

  private static final int FEW = 5_000;

  /** Whether they are so few that sorting them costs next to nothing. */
  boolean few() {
    return !more && counted <= FEW;
  }

  static RecordCount of(long upToOneMore) {
    return new RecordCount(Math.min(upToOneMore, MOST), upToOneMore > MOST);
  }
}
