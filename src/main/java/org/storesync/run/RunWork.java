package org.storesync.run;

/**
 * What runs of one kind do; found as a bean. Called by a worker thread without a transaction. When
 * it returns, the run has ended, or waits until it is due, or has been left to another worker. A
 * thrown exception means that it is to {@link #fail}.
 */
public interface RunWork {

  RunKind kind();

  /** How many workers, on all nodes together, may work on this run at once. */
  int workersFor(Run run);

  void perform(RunTicket ticket);

  /**
   * Ends the run as failed.
   *
   * @param reason a sentence for people
   * @throws WorkerLost if another worker goes on with it
   */
  void fail(RunTicket ticket, String reason);
}
