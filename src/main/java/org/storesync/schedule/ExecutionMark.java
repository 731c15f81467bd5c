package org.storesync.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.storesync.run.LiveMark;

/** The mark of the executions, whose end is recorded after that of their last run. */
@ApplicationScoped
class ExecutionMark implements LiveMark {

  @Inject private ScheduleRuns executions;

  @Override
  public String mark() {
    return executions.mark();
  }
}
