package org.storesync.run;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.storesync.platform.json.DocumentJson;
import org.storesync.record.RecordFilter;
import org.storesync.record.RunRecords;

/**
 * Fixes which records a run works through. Few are fixed at the click. Many would let the person
 * wait for seconds: what was chosen is noted with the newest record as its upper end, and the first
 * worker writes the list, at once, before anything is done.
 */
@Stateless
public class RunSelections {

  /** So many are written in the time of a click. */
  private static final int AT_ONCE = 1_000;

  @Resource private SessionContext context;
  @Inject private Runs runs;
  @Inject private RunWorkers workers;
  @Inject private RunRecords runRecords;
  @Inject private DocumentJson json;

  /**
   * Selects the records of a run that is just being queued, in the same transaction.
   *
   * @param limit at most this many, in loading order
   */
  public void select(Run run, RecordFilter records, Optional<Integer> limit) {
    // Native statements are to see the run.
    runs.flush();
    // Those with a lower end were looked for within texts and are not that many.
    if (limit.isEmpty() && records.downTo() == null) {
      RecordFilter thereNow = records.withUpTo(runRecords.newest());
      int count = runRecords.count(thereNow, onlyDue(run));
      if (count > AT_ONCE) {
        run.noteSelection(json.write(thereNow), count);
        return;
      }
    }
    run.select(runRecords.fix(run.id(), records, limit, onlyDue(run)));
  }

  /** Fixes what was noted, before the worker begins. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void fix(RunTicket ticket) {
    Run asQueued = runs.find(ticket.runId()).orElseThrow();
    if (asQueued.notedSelection().isEmpty()) {
      return;
    }
    RecordFilter noted = json.read(asQueued.notedSelection().orElseThrow(), RecordFilter.class);
    int count = runRecords.fix(ticket.runId(), noted, Optional.empty(), onlyDue(asQueued));
    // Only now: nobody who wants to stop the run or to renew its lease is to wait for all that.
    workers.require(ticket);
    Run run = runs.lock(ticket.runId());
    if (run.state().active() && run.notedSelection().isPresent()) {
      run.select(count);
    } else {
      context.setRollbackOnly();
    }
  }

  /** Nobody waits for what a schedule began: failed records keep to their back-off. */
  private static boolean onlyDue(Run run) {
    return run.kind() == RunKind.PROCESS && run.starter().unattended();
  }
}
