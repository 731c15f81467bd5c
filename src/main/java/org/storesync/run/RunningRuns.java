package org.storesync.run;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How many runs are queued or at work, for the top bar of every page. */
@Named
@RequestScoped
public class RunningRuns {

  @Inject private RunList runs;

  private Long count;

  public long getCount() {
    if (count == null) {
      count = runs.count(RunFilter.atWork());
    }
    return count;
  }
}
