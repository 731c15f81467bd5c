package org.storesync.run;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Works through the records of a command, some hundred to a transaction, until it is stopped. */
@Stateless
@Local(RunWork.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CommandWork implements RunWork {

  private static final int CHUNK = 500;

  @Inject private CommandedChunks chunks;

  @Override
  public RunKind kind() {
    return RunKind.COMMAND;
  }

  /** Chunks follow each other, so that none needs to be claimed. */
  @Override
  public int workersFor(Run run) {
    return 1;
  }

  @Override
  public void perform(RunTicket ticket) {
    boolean goesOn = true;
    while (goesOn && !ticket.yielding().getAsBoolean()) {
      goesOn = chunks.performNext(ticket, CHUNK);
    }
  }

  @Override
  public void fail(RunTicket ticket, String reason) {
    chunks.fail(ticket, reason);
  }
}
