package org.storesync.run;

import java.util.function.BooleanSupplier;

/**
 * The right of one worker to work on a run, as long as its lease is renewed.
 *
 * @param runId the run; for runs that share one read, the first of them
 * @param workerId unique for ever
 * @param yielding whether work is to be handed over now, because the server is shutting down, or is
 *     to rest because of a pause
 */
public record RunTicket(long runId, String workerId, BooleanSupplier yielding) {

  @Override
  public String toString() {
    return "RunTicket[" + runId + ", " + workerId + "]";
  }
}
