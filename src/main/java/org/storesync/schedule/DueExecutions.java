package org.storesync.schedule;

import java.time.Instant;

/**
 * The executions of a schedule that are due: the latest stands for all.
 *
 * @param missed how many came before it
 */
record DueExecutions(Instant latest, int missed) {

  /** More than anybody wants to know exactly. */
  private static final int COUNTED = 1_000;

  /**
   * @param first the first that is due, not after now
   */
  static DueExecutions collapse(Timetable timetable, Instant first, Instant now) {
    Instant latest = first;
    int missed = 0;
    while (missed < COUNTED) {
      Instant next = timetable.nextAfter(latest).filter(at -> !at.isAfter(now)).orElse(null);
      if (next == null) {
        return new DueExecutions(latest, missed);
      }
      latest = next;
      missed++;
    }
    return new DueExecutions(latest, missed);
  }
}
