package org.storesync.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The mark of the runs. */
@ApplicationScoped
class RunMark implements LiveMark {

  @Inject private RunList runs;

  @Override
  public String mark() {
    return runs.mark();
  }
}
