package org.storesync.platform.retention;

import java.time.Instant;
import java.time.Period;

/** Something that a room keeps for a time only. A stateless bean with this as its local view. */
public interface Retention {

  /** What it is, for the log: lower case, plural. */
  String what();

  /** How long it is kept. */
  Period kept();

  /**
   * Removes some that are older, in a transaction of its own.
   *
   * @return how many; fewer than asked for: nothing old is left
   */
  int removeBefore(Instant limit, int atMost);
}
