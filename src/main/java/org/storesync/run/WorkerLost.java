package org.storesync.run;

/** The lease of this worker ran out and another one may have taken over: it must write no more. */
public class WorkerLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public WorkerLost(RunTicket ticket) {
    super("Worker %s no longer holds run %d".formatted(ticket.workerId(), ticket.runId()));
  }
}
