package org.storesync.process;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.storesync.connector.Document;
import org.storesync.connector.StoreAccess;
import org.storesync.connector.TransactionalTarget;
import org.storesync.kind.EntityKind;
import org.storesync.record.ClaimedRecord;
import org.storesync.record.FinishCounts;
import org.storesync.record.FinishedRecord;
import org.storesync.record.RecordClaims;
import org.storesync.record.RunRecords;
import org.storesync.record.SyncRecords;
import org.storesync.run.Run;
import org.storesync.run.RunTicket;
import org.storesync.run.RunWorkers;
import org.storesync.run.Runs;

/**
 * Commits what a processing run does: claims, and outcomes with the counts of the run. For a target
 * in our own database the writes are part of the same transaction, so that a document and the
 * outcome of its record stand or fall together.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ProcessedChunks {

  @Inject private Runs runs;
  @Inject private RunWorkers workers;
  @Inject private RunRecords runRecords;
  @Inject private RecordClaims claims;
  @Inject private SyncRecords records;
  @Inject private DocumentWriter writer;
  @Inject private Clock clock;

  /**
   * Begins, or joins.
   *
   * @return absent if the run has ended
   */
  public Optional<Run> begin(RunTicket ticket) {
    workers.require(ticket);
    Run run = runs.lock(ticket.runId());
    if (!run.state().active() || stopped(ticket, run)) {
      return Optional.empty();
    }
    run.begin(clock.instant());
    return Optional.of(run);
  }

  /**
   * Claims the next records of the run.
   *
   * @return empty if none are free, or the run was stopped
   */
  public Chunk claim(RunTicket ticket, String claim, boolean forced, int atMost) {
    workers.require(ticket);
    Run run = runs.find(ticket.runId()).orElseThrow();
    Chunk nothing = new Chunk(ticket, run, claim, forced, List.of(), clock.instant());
    if (!run.state().active() || run.stopRequested()) {
      return nothing;
    }
    return nothing.with(records.load(claims.claim(ticket.runId(), claim, atMost)));
  }

  /**
   * Nothing was free: ends the run if nothing is left.
   *
   * @return whether the run has ended
   */
  public boolean endIfDone(RunTicket ticket) {
    workers.require(ticket);
    Run run = runs.lock(ticket.runId());
    if (!run.state().active() || stopped(ticket, run)) {
      return true;
    }
    int passedOver = runRecords.passOver(run.id());
    run.chunkFinished(FinishCounts.passedOver(passedOver), clock.instant());
    if (runRecords.remaining(run.id()) > 0) {
      return false;
    }
    runs.succeed(run);
    return true;
  }

  private boolean stopped(RunTicket ticket, Run run) {
    if (run.stopRequested()) {
      claims.release(run.id(), ticket.workerId());
      runRecords.clear(run.id());
      runs.stop(run);
      return true;
    }
    return false;
  }

  /**
   * Writes documents to our own database and records all outcomes, in one transaction.
   *
   * @param others what came of records of the chunk that are not to be written
   */
  public <D extends Document> void save(
      Chunk chunk,
      EntityKind<D> kind,
      TransactionalTarget<D> target,
      StoreAccess access,
      List<ReadyRecord<D>> ready,
      List<FinishedRecord> others) {
    Outcomes outcomes = new Outcomes(chunk, clock);
    writer.write(kind, target, access, ready, outcomes);
    commit(chunk, Stream.concat(others.stream(), outcomes.all().stream()).toList());
  }

  /**
   * Records outcomes.
   *
   * @return whether the run goes on; false if somebody stops it
   */
  public boolean commit(Chunk chunk, List<FinishedRecord> finished) {
    workers.require(chunk.ticket());
    FinishCounts counts = records.finish(chunk.claim(), chunk.ticket().runId(), finished);
    return takeOff(chunk, finished.stream().map(one -> one.record().id()).toList(), counts);
  }

  private boolean takeOff(Chunk chunk, List<Long> recordIds, FinishCounts counts) {
    long runId = chunk.ticket().runId();
    int listed = runRecords.takeOff(runId, recordIds);
    Run run = runs.lock(runId);
    // A prerequisite that was processed on the way may not have been on the list.
    run.select(run.selected() + recordIds.size() - listed);
    run.chunkFinished(counts, clock.instant());
    return !run.stopRequested();
  }

  /** Records that are no longer in the queue, or that somebody else took, leave the list. */
  public void passOver(Chunk chunk, List<ClaimedRecord> passed) {
    workers.require(chunk.ticket());
    List<Long> ids = passed.stream().map(ClaimedRecord::id).toList();
    claims.letGo(chunk.claim(), ids);
    takeOff(chunk, ids, FinishCounts.passedOver(passed.size()));
  }

  /** Gives everything back that the worker holds, as it was. */
  public void release(RunTicket ticket) {
    claims.release(ticket.runId(), ticket.workerId());
  }

  /** The destination has no quota: the run gives its worker back and goes on later. */
  public void waitFor(RunTicket ticket, Duration delay, String reason) {
    waitUntil(ticket, clock.instant().plus(delay), reason);
  }

  /** The run gives its worker back and goes on at this instant. */
  public void waitUntil(RunTicket ticket, Instant due, String reason) {
    workers.require(ticket);
    claims.release(ticket.runId(), ticket.workerId());
    Run run = runs.lock(ticket.runId());
    if (run.state().active()) {
      run.waitUntil(due, reason, clock.instant());
    }
  }

  /** The run can't work: what it had not processed yet stays in the queue. */
  public void fail(RunTicket ticket, String reason) {
    workers.require(ticket);
    claims.release(ticket.runId(), ticket.workerId());
    Run run = runs.lock(ticket.runId());
    if (run.state().active()) {
      runRecords.clear(run.id());
      runs.fail(run, reason);
    }
  }

  /** Claims prerequisites of one entity; without those that another worker holds. */
  public Chunk claimPrerequisites(Chunk chunk, List<Long> recordIds) {
    workers.require(chunk.ticket());
    String claim = chunk.claim() + "p";
    return new Chunk(
        chunk.ticket(),
        chunk.run(),
        claim,
        false,
        records.load(claims.claimThese(recordIds, claim)),
        clock.instant());
  }
}
