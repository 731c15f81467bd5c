package org.storesync.alert;

import jakarta.enterprise.context.ApplicationScoped;

/** A schedule failed so often that it was switched off. */
@ApplicationScoped
public class StoppedScheduleReason extends ScheduleReason {

  @Override
  public String code() {
    return "SCHEDULE_STOPPED";
  }

  @Override
  boolean stopped() {
    return true;
  }

  @Override
  public boolean urgent() {
    return true;
  }
}
