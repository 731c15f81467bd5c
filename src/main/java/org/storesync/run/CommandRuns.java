package org.storesync.run;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditChanges;
import org.storesync.audit.AuditTrail;
import org.storesync.record.RecordCommand;
import org.storesync.record.RecordFilter;

/** Queues commands on many records: the run and which records it means, in one transaction. */
@Stateless
public class CommandRuns {

  @Inject private Runs runs;
  @Inject private RunSelections selections;
  @Inject private RunSubjects subjects;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * @param storeEntityId one entity; absent: all of the store
   * @param records which records of those that are there now
   * @param limit at most this many, in loading order
   * @return the number of the run
   */
  public long queue(
      RecordCommand command,
      long storeId,
      Optional<Long> storeEntityId,
      RecordFilter records,
      Optional<Integer> limit,
      Starter starter) {
    Run run = Run.command(command, storeId, storeEntityId, starter, clock.instant());
    runs.queue(run);
    selections.select(run, records.withStore(storeId), limit);
    audit.recordFor(
        starter.actor(audit.caller()),
        AuditAction.COMMAND_STARTED,
        subjects.of(run),
        AuditChanges.none().given("command", command).given("records", run.selected()));
    return run.id();
  }
}
