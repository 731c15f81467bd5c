package org.storesync.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Where people stop runs: {@link Runs} behind the role. */
@Stateless
@RolesAllowed("operator")
public class RunDesk {

  @Inject private Runs runs;

  /** See {@link Runs#requestStop}. */
  public boolean stop(long runId) {
    return runs.requestStop(runId);
  }
}
