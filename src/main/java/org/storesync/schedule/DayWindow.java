package org.storesync.schedule;

import java.time.LocalTime;

/**
 * The part of each day in which a schedule may begin something.
 *
 * @param from inclusive
 * @param to exclusive; if it is not after the beginning, the window passes midnight
 */
public record DayWindow(LocalTime from, LocalTime to) {

  /** Whether this time of the day lies in it; both ends the same are the whole day. */
  public boolean contains(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean notEnded = time.isBefore(to);
    return from.isBefore(to) ? begun && notEnded : begun || notEnded;
  }
}
