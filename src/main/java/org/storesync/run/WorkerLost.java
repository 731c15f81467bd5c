package org.storesync.run;

import jakarta.ejb.ApplicationException;

/** The lease of this worker ran out and another one may have taken over: it must write no more. */
@ApplicationException(rollback = true)
public class WorkerLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public WorkerLost(RunTicket ticket) {
    super("Worker %s no longer holds run %d".formatted(ticket.workerId(), ticket.runId()));
  }
}
