package org.storesync.run;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.storesync.audit.AuditActor;
import org.storesync.audit.AuditChanges;
import org.storesync.audit.AuditTrail;
import org.storesync.record.FinishCounts;
import org.storesync.record.RunRecords;
import org.storesync.record.SyncRecordDeeds;

/**
 * Commits what a command run does. A record leaves the list of the run in the transaction that
 * changes it, so that none is changed twice, whoever goes on with the run.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CommandedChunks {

  @Inject private Runs runs;
  @Inject private RunWorkers workers;
  @Inject private RunRecords runRecords;
  @Inject private SyncRecordDeeds deeds;
  @Inject private RunSubjects subjects;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Performs the command on the next records of the run, and ends it if there are none.
   *
   * @return whether the run goes on
   */
  public boolean performNext(RunTicket ticket, int atMost) {
    workers.require(ticket);
    Run run = runs.lock(ticket.runId());
    if (!run.state().active()) {
      return false;
    }
    run.begin(clock.instant());
    if (run.stopRequested()) {
      runRecords.clear(run.id());
      run.stop(clock.instant());
      writeDown(run);
      return false;
    }
    List<Long> next = runRecords.next(run.id(), atMost);
    if (next.isEmpty()) {
      run.succeed(clock.instant());
      writeDown(run);
      return false;
    }
    int done = deeds.perform(run.command().orElseThrow(), next, run.createdAt());
    runRecords.takeOff(run.id(), next);
    run.chunkFinished(FinishCounts.commanded(done, next.size() - done), clock.instant());
    return true;
  }

  /** The run can't work: what it had not changed yet stays as it is. */
  public void fail(RunTicket ticket, String reason) {
    workers.require(ticket);
    Run run = runs.lock(ticket.runId());
    if (run.state().active()) {
      runRecords.clear(run.id());
      run.fail(reason, clock.instant());
      writeDown(run);
    }
  }

  /** Once, when it is known how many records were changed. */
  private void writeDown(Run run) {
    if (run.processed() > 0) {
      audit.recordFor(
          run.starter().actor(AuditActor.user(run.starter().name())),
          SyncRecordDeeds.auditAction(run.command().orElseThrow()),
          subjects.of(run),
          AuditChanges.none().given("records", run.processed()));
    }
  }
}
