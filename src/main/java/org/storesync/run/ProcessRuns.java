package org.storesync.run;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditChanges;
import org.storesync.audit.AuditTrail;
import org.storesync.record.RecordFilter;
import org.storesync.record.RunRecords;
import org.storesync.record.SyncStatus;

/** Queues processing: the run and which records it means, in one transaction. */
@Stateless
public class ProcessRuns {

  @Inject private Runs runs;
  @Inject private RunRecords runRecords;
  @Inject private RunSelections selections;
  @Inject private RunSubjects subjects;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * @param storeEntityId one entity; absent: all of the store
   * @param records which records of those that are there now
   * @param limit at most this many, in loading order
   * @param forced whether records are processed whatever their status
   * @return the number of the run
   */
  public long queue(
      long storeId,
      Optional<Long> storeEntityId,
      RecordFilter records,
      Optional<Integer> limit,
      boolean forced,
      Starter starter) {
    Run run = Run.process(storeId, storeEntityId, forced, starter, clock.instant());
    runs.queue(run);
    select(run, records, limit);
    audit.recordFor(
        starter.actor(audit.caller()),
        AuditAction.PROCESSING_STARTED,
        subjects.of(run),
        AuditChanges.none().given("records", run.selected()).given("forced", forced));
    return run.id();
  }

  /**
   * Queues what nobody waits for; where nothing is ready, nothing.
   *
   * @param storeEntityId one entity; absent: all of the store
   * @param limit at most this many records, in loading order
   * @return the number of the run; absent if there is none
   */
  public Optional<Long> queueIfReady(
      long storeId, Optional<Long> storeEntityId, Optional<Integer> limit, Starter starter) {
    return isAnyReady(storeId, storeEntityId, starter)
        ? Optional.of(queue(storeId, storeEntityId, ready(), limit, false, starter))
        : Optional.empty();
  }

  /**
   * Queues the processing of what a prepare run made ready, into the group of that run; where
   * nothing is ready, nothing.
   */
  public void queueAfter(Run prepare) {
    if (!isAnyReady(prepare.storeId(), prepare.storeEntityId(), prepare.starter())) {
      return;
    }
    Run run =
        Run.process(
            prepare.storeId(), prepare.storeEntityId(), false, prepare.starter(), clock.instant());
    runs.queueInto(prepare.groupId(), run);
    select(run, ready(), Optional.empty());
  }

  /** A person who waits wants what has failed to be tried at once. */
  private boolean isAnyReady(long storeId, Optional<Long> storeEntityId, Starter starter) {
    return runRecords.isAny(meant(storeId, storeEntityId, ready()), starter.unattended());
  }

  private static RecordFilter ready() {
    return RecordFilter.all().withStatuses(SyncStatus.readyToProcess());
  }

  private void select(Run run, RecordFilter records, Optional<Integer> limit) {
    selections.select(run, meant(run.storeId(), run.storeEntityId(), records), limit);
  }

  private static RecordFilter meant(
      long storeId, Optional<Long> storeEntityId, RecordFilter records) {
    RecordFilter ofStore = records.withStore(storeId);
    return storeEntityId.map(ofStore::withStoreEntity).orElse(ofStore).onlyActive();
  }
}
