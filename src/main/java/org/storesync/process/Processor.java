package org.storesync.process;

import jakarta.ejb.EJBException;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Connectors;
import org.storesync.connector.Document;
import org.storesync.connector.EntityTarget;
import org.storesync.connector.Side;
import org.storesync.connector.TransactionalTarget;
import org.storesync.kind.EntityKind;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;
import org.storesync.platform.database.DatabaseTrouble;
import org.storesync.platform.log.LogContext;
import org.storesync.platform.text.RoomTexts;
import org.storesync.record.ClaimedRecord;
import org.storesync.record.FinishedRecord;
import org.storesync.record.ProcessOutcome;
import org.storesync.record.RecordClaims;
import org.storesync.record.SyncOperation;
import org.storesync.record.SyncRecord;
import org.storesync.run.Run;
import org.storesync.run.RunKind;
import org.storesync.run.RunPauses;
import org.storesync.run.RunTicket;
import org.storesync.run.RunWork;
import org.storesync.run.SignInRefusals;
import org.storesync.run.SystemOutage;
import org.storesync.run.SystemOutages;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/**
 * Stage 2. Claims records of a run chunk by chunk; for each: its document, its prerequisites, its
 * required fields, its counterpart, the write, the mark. A failing record never rolls back another
 * one and never stops the rest. Holds no transaction itself (domain section 6).
 */
@Stateless
@Local(RunWork.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Processor implements RunWork {

  private static final Logger LOG = Logger.getLogger(Processor.class.getName());
  private static final RoomTexts TEXTS = RoomTexts.of(Processor.class);
  static final int CHUNK = 500;

  /**
   * How far a chain of prerequisites is followed: a refund needs a payment, which needs an order.
   */
  private static final int MAX_DEPTH = 3;

  @Inject private ProcessedChunks chunks;
  @Inject private DocumentReader reader;
  @Inject private Prerequisites prerequisites;
  @Inject private DocumentWriter writer;
  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private Connectors connectors;
  @Inject private SystemOutages outages;
  @Inject private SignInRefusals refusals;
  @Inject private RunPauses pauses;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "storesync.process.workers", defaultValue = "2")
  private int maxWorkers;

  @Override
  public RunKind kind() {
    return RunKind.PROCESS;
  }

  /** A second worker pays only where there is more than a chunk to do. */
  @Override
  public int workersFor(Run run) {
    return run.selected() > CHUNK ? maxWorkers : 1;
  }

  @Override
  public void perform(RunTicket ticket) {
    Optional<Run> run = chunks.begin(ticket);
    if (run.isEmpty()) {
      return;
    }
    for (int number = 0; !ticket.yielding().getAsBoolean(); number++) {
      Chunk chunk = chunks.claim(ticket, claim(ticket, number), run.get().forced(), CHUNK);
      if (chunk.isEmpty()) {
        // Either all is done, or another worker still holds the rest and ends the run.
        chunks.endIfDone(ticket);
        return;
      }
      if (!process(chunk)) {
        return;
      }
    }
    // The server goes down or work rests: others need not wait until the claims run out.
    chunks.release(ticket);
  }

  @Override
  public void fail(RunTicket ticket, String reason) {
    chunks.fail(ticket, reason);
  }

  private static String claim(RunTicket ticket, int number) {
    return RecordClaims.prefix(ticket.runId()) + ticket.workerId() + ":" + number;
  }

  /**
   * @return whether the run goes on
   */
  private boolean process(Chunk chunk) {
    try {
      Chunk queued = withoutPassedOver(chunk);
      Map<Long, List<ClaimedRecord>> byEntity =
          queued.records().stream()
              .collect(
                  Collectors.groupingBy(
                      ClaimedRecord::storeEntityId, LinkedHashMap::new, Collectors.toList()));
      byEntity.forEach((entityId, records) -> processEntity(queued.with(records), entityId, 0));
      return true;
    } catch (ConnectorFailure.QuotaUsedUp quota) {
      chunks.waitFor(chunk.ticket(), quota.delay(), quota.getMessage());
    } catch (ConnectorFailure.RetryLater down) {
      waitOrGiveUp(chunk, down);
    } catch (ConnectorFailure failure) {
      chunks.fail(chunk.ticket(), failure.getMessage());
    }
    return false;
  }

  /** Nobody waits for a run that a schedule started: it goes on when the system is back. */
  private void waitOrGiveUp(Chunk chunk, ConnectorFailure.RetryLater down) {
    Optional<SystemOutage> outage =
        chunk.run().starter().unattended()
            ? outages.first(chunk.run().storeId())
            : Optional.empty();
    if (outage.isPresent()) {
      chunks.waitUntil(chunk.ticket(), outage.get().nextTryAt(), outage.get().words());
    } else {
      chunks.fail(chunk.ticket(), down.getMessage());
    }
  }

  private void requireUp(Chunk chunk, Store store, Side side) {
    if (chunk.run().starter().unattended()) {
      outages
          .waitFor(store.id(), side)
          .ifPresent(
              outage -> {
                throw new ConnectorFailure.RetryLater(outage.words(), Duration.ZERO, false, null);
              });
    }
  }

  /**
   * Without what somebody else processed, skipped or filtered since the run was queued, or tried in
   * vain: that would be an attempt before its back-off is over.
   */
  private Chunk withoutPassedOver(Chunk chunk) {
    if (chunk.forced()) {
      return chunk;
    }
    Map<Boolean, List<ClaimedRecord>> wanted =
        chunk.records().stream()
            .collect(Collectors.partitioningBy(record -> isWanted(record, chunk.run())));
    if (wanted.get(false).isEmpty()) {
      return chunk;
    }
    chunks.passOver(chunk, wanted.get(false));
    return chunk.with(wanted.get(true));
  }

  private boolean isWanted(ClaimedRecord record, Run run) {
    return record.status().inQueue() && !waits(record.nextAttemptAt(), run);
  }

  /** Whether a run that nobody waits for respects the back-off of a record. */
  private boolean waits(Optional<Instant> nextAttemptAt, Run run) {
    return run.starter().unattended()
        && nextAttemptAt.filter(clock.instant()::isBefore).isPresent();
  }

  /**
   * Processes records of one entity.
   *
   * @param depth how many records wait for these: 0 for those of the run itself
   */
  private void processEntity(Chunk chunk, long storeEntityId, int depth) {
    if (chunk.isEmpty()) {
      return;
    }
    if (pauses.holdEntity(storeEntityId)) {
      chunks.passOver(chunk, chunk.records());
      return;
    }
    StoreEntity entity = storeEntities.find(storeEntityId).orElseThrow();
    Store store = stores.find(entity.storeId()).orElseThrow();
    EntityKind<?> kind =
        kinds
            .find(entity.kind())
            .orElseThrow(
                () ->
                    new ConnectorFailure.Misconfigured(TEXTS.recorded("kindGone", entity.kind())));
    processKind(chunk, store, kind, depth);
  }

  private <D extends Document> void processKind(
      Chunk chunk, Store store, EntityKind<D> kind, int depth) {
    EntityTarget<D> target =
        connectors
            .target(store.system(kind.direction().target()), kind.documentClass())
            .orElseThrow(
                () ->
                    new ConnectorFailure.Misconfigured(
                        TEXTS.recorded(
                            "noTarget", store.name(), store.system(kind.direction().target()))));
    requireUp(chunk, store, kind.direction().target());
    Outcomes outcomes = new Outcomes(chunk, clock);
    List<ReadyRecord<D>> ready = new ArrayList<>();
    Optional<ConnectorFailure> unread = ready(chunk, store, kind, outcomes, ready);
    Optional<ConnectorFailure> untried = waits(chunk, store, kind, depth, outcomes, ready);
    write(chunk, store, kind, target, ready, outcomes.all());
    // What was read is written first: else a source with little quota is asked for it for ever.
    unread
        .or(() -> untried)
        .ifPresent(
            failure -> {
              throw failure;
            });
  }

  /**
   * Finds the records that can be written, with their documents; the others get their outcome.
   *
   * @return what ended this before all records were looked at
   */
  private <D extends Document> Optional<ConnectorFailure> ready(
      Chunk chunk, Store store, EntityKind<D> kind, Outcomes outcomes, List<ReadyRecord<D>> ready) {
    try {
      Outage outage = Outage.ofSource(outages, store.id(), kind.direction().source());
      for (ClaimedRecord record : chunk.records()) {
        try (LogContext lines = LogContext.of(LogContext.Field.RECORD, record.id())) {
          Optional<ReadyRecord<D>> read = ready(chunk, store, kind, record, outcomes);
          read.ifPresent(ready::add);
          outage.note(read.isPresent() ? Optional.empty() : outcomes.last());
        }
      }
      return Optional.empty();
    } catch (ConnectorFailure ofTheWholeRun) {
      noteRefusal(store, kind.direction().source(), ofTheWholeRun);
      return Optional.of(ofTheWholeRun);
    }
  }

  /** It can't put itself right: people hear of it until the system answers again. */
  private void noteRefusal(Store store, Side side, ConnectorFailure failure) {
    if (failure instanceof ConnectorFailure.SignInLost) {
      refusals.note(store.id(), side, failure.getMessage());
    }
  }

  /** The record with its document, if it can be written; else its outcome is recorded. */
  private <D extends Document> Optional<ReadyRecord<D>> ready(
      Chunk chunk, Store store, EntityKind<D> kind, ClaimedRecord record, Outcomes outcomes) {
    try {
      return reader
          .read(chunk, store, kind, record, outcomes)
          .filter(read -> passesRules(kind, read, chunk.forced(), outcomes));
    } catch (ConnectorFailure failure) {
      outcomes.add(record, Outcomes.of(failure, kind.direction().target()));
    } catch (RuntimeException defect) {
      outcomes.add(record, defect(record, defect));
    }
    return Optional.empty();
  }

  /** Takes out the records whose prerequisites are not there, after having tried those. */
  private <D extends Document> Optional<ConnectorFailure> waits(
      Chunk chunk,
      Store store,
      EntityKind<D> kind,
      int depth,
      Outcomes outcomes,
      List<ReadyRecord<D>> ready) {
    try {
      Map<Long, String> missing =
          prerequisites.missing(
              store, kind, ready, (entity, waiting) -> tryFirst(chunk, entity, waiting, depth));
      for (ReadyRecord<D> one : List.copyOf(ready)) {
        if (missing.containsKey(one.record().id())) {
          outcomes.add(one.record(), new ProcessOutcome.Waiting(missing.get(one.record().id())));
          ready.remove(one);
        }
      }
      return Optional.empty();
    } catch (ConnectorFailure ofTheWholeRun) {
      // Nobody knows what these wait for: they stay as they were.
      ready.clear();
      return Optional.of(ofTheWholeRun);
    }
  }

  private static <D extends Document> boolean passesRules(
      EntityKind<D> kind, ReadyRecord<D> ready, boolean forced, Outcomes outcomes) {
    boolean paired = ready.record().idOn(kind.direction().target()).isPresent();
    Optional<String> filtered =
        forced ? kind.judge(ready.document(), paired).filteredBecause() : Optional.empty();
    if (filtered.isPresent()) {
      outcomes.add(ready.record(), new ProcessOutcome.FilteredOut(filtered.get()));
      return false;
    }
    List<String> problems = kind.problems(ready.document());
    if (!problems.isEmpty()) {
      outcomes.add(
          ready.record(),
          new ProcessOutcome.Failure(
              SyncOperation.SYNC_FAILED, String.join(" ", problems), "RequiredFields"));
      return false;
    }
    return true;
  }

  /** Prerequisites that are waiting themselves are processed first (domain section 6, step 2). */
  private void tryFirst(Chunk chunk, long storeEntityId, List<SyncRecord> waiting, int depth) {
    List<Long> due =
        waiting.stream().filter(record -> isDue(record, chunk.run())).map(SyncRecord::id).toList();
    if (depth == MAX_DEPTH || due.isEmpty() || pauses.holdEntity(storeEntityId)) {
      return;
    }
    processEntity(
        withoutPassedOver(chunks.claimPrerequisites(chunk, due)), storeEntityId, depth + 1);
  }

  /** Once a run is enough, and a run that nobody waits for respects the back-off. */
  private boolean isDue(SyncRecord record, Run run) {
    boolean triedByThisRun =
        record
            .lastAttemptAt()
            .filter(at -> !at.isBefore(run.startedAt().orElseThrow()))
            .isPresent();
    return !triedByThisRun && !waits(record.nextAttemptAt(), run);
  }

  /**
   * Writes what can be written.
   *
   * @param others what came of the rest of the chunk; for our own database in the same transaction
   */
  private <D extends Document> void write(
      Chunk chunk,
      Store store,
      EntityKind<D> kind,
      EntityTarget<D> target,
      List<ReadyRecord<D>> ready,
      List<FinishedRecord> others) {
    if (ready.isEmpty()) {
      commitIfAny(chunk, others);
    } else if (target instanceof TransactionalTarget<D> own) {
      writeOrHalve(chunk, store, kind, own, ready, others);
    } else {
      commitIfAny(chunk, others);
      writeRemote(chunk, store, kind, target, ready);
    }
  }

  private void commitIfAny(Chunk chunk, List<FinishedRecord> finished) {
    if (!finished.isEmpty()) {
      chunks.commit(chunk, finished);
    }
  }

  /** A chunk that the database refuses is halved until the bad record stands alone. */
  private <D extends Document> void writeOrHalve(
      Chunk chunk,
      Store store,
      EntityKind<D> kind,
      TransactionalTarget<D> target,
      List<ReadyRecord<D>> ready,
      List<FinishedRecord> others) {
    try {
      chunks.save(
          chunk, kind, target, chunk.access(store, kind.direction().target()), ready, others);
    } catch (EJBException refused) {
      if (DatabaseTrouble.passes(refused)) {
        throw refused;
      }
      commitIfAny(chunk, others);
      if (ready.size() == 1) {
        commitDefect(chunk, ready.get(0).record(), refused);
        return;
      }
      int half = ready.size() / 2;
      writeOrHalve(chunk, store, kind, target, ready.subList(0, half), List.of());
      writeOrHalve(chunk, store, kind, target, ready.subList(half, ready.size()), List.of());
    }
  }

  /** One record at a time, each outcome in its own transaction, until somebody stops the run. */
  private <D extends Document> void writeRemote(
      Chunk chunk,
      Store store,
      EntityKind<D> kind,
      EntityTarget<D> target,
      List<ReadyRecord<D>> ready) {
    Outage outage = Outage.ofTarget(outages, store.id(), kind.direction().target());
    for (ReadyRecord<D> one : ready) {
      try (LogContext lines = LogContext.of(LogContext.Field.RECORD, one.record().id())) {
        boolean goesOn = writeRemote(chunk, store, kind, target, one, outage);
        if (!goesOn || chunk.ticket().yielding().getAsBoolean()) {
          return;
        }
      }
    }
  }

  private <D extends Document> boolean writeRemote(
      Chunk chunk,
      Store store,
      EntityKind<D> kind,
      EntityTarget<D> target,
      ReadyRecord<D> one,
      Outage outage) {
    Outcomes outcomes = new Outcomes(chunk, clock);
    try {
      writer.write(
          kind, target, chunk.access(store, kind.direction().target()), List.of(one), outcomes);
    } catch (ConnectorFailure failure) {
      noteRefusal(store, kind.direction().target(), failure);
      outcomes.add(one.record(), Outcomes.of(failure, kind.direction().target()));
    } catch (RuntimeException defect) {
      outcomes.add(one.record(), defect(one.record(), defect));
    }
    boolean goesOn = chunks.commit(chunk, outcomes.all());
    outage.note(outcomes.last());
    return goesOn;
  }

  private void commitDefect(Chunk chunk, ClaimedRecord record, RuntimeException cause) {
    Outcomes outcomes = new Outcomes(chunk, clock);
    try (LogContext lines = LogContext.of(LogContext.Field.RECORD, record.id())) {
      outcomes.add(record, defect(record, cause));
    }
    chunks.commit(chunk, outcomes.all());
  }

  private static ProcessOutcome defect(ClaimedRecord record, RuntimeException cause) {
    if (DatabaseTrouble.passes(cause)) {
      // Nothing is wrong with the record: its claim runs out and the run goes on.
      throw cause;
    }
    // The one place that turns what nobody expected into the outcome of a record.
    LOG.log(Level.SEVERE, "Record " + record.id() + " failed unexpectedly", cause);
    return new ProcessOutcome.Failure(
        SyncOperation.SYNC_FAILED,
        TEXTS.recorded("unexpected", record.externalId().or(record::localId).orElseThrow()),
        cause.getClass().getSimpleName());
  }
}
