package org.storesync.alert;

import jakarta.enterprise.context.ApplicationScoped;

/** The latest executions of a schedule failed; it goes on trying. */
@ApplicationScoped
public class FailingScheduleReason extends ScheduleReason {

  @Override
  public String code() {
    return "SCHEDULE_FAILING";
  }

  @Override
  boolean stopped() {
    return false;
  }

  @Override
  public boolean urgent() {
    return false;
  }
}
