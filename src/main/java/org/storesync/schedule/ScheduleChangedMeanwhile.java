package org.storesync.schedule;

import jakarta.ejb.ApplicationException;

/** Somebody else changed the schedule since it was read. Nothing was changed. */
@ApplicationException(rollback = true)
public class ScheduleChangedMeanwhile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ScheduleChangedMeanwhile(String schedule) {
    super("Somebody else changed schedule %s meanwhile; nothing was changed.".formatted(schedule));
  }
}
