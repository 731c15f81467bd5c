package org.storesync.process;

import jakarta.ejb.EJBException;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
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
import org.storesync.connector.TransactionalTarget;
import org.storesync.kind.EntityKind;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;
import org.storesync.platform.text.RoomTexts;
import org.storesync.record.ClaimedRecord;
import org.storesync.record.ProcessOutcome;
import org.storesync.record.RunRecords;
import org.storesync.record.SyncOperation;
import org.storesync.run.Run;
import org.storesync.run.RunKind;
import org.storesync.run.RunTicket;
import org.storesync.run.RunWork;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/**
 * Stage 2. Claims records of a run chunk by chunk; for each: its document, its prerequisites, its
 * required fields, its counterpart, the write, the mark. A failing record never rolls back another
 * one and never stops the rest. Holds no transaction itself (domain section 6).
 */
@Stateless
@LocalBean
@Local(RunWork.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Processor implements RunWork {

  private static final Logger LOG = Logger.getLogger(Processor.class.getName());
  private static final RoomTexts TEXTS = RoomTexts.of(Processor.class);
  private static final int CHUNK = 200;

  @Inject private ProcessedChunks chunks;
  @Inject private DocumentReader reader;
  @Inject private Prerequisites prerequisites;
  @Inject private DocumentWriter writer;
  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private Connectors connectors;
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
      if (!process(chunk, run.get())) {
        return;
      }
    }
  }

  @Override
  public void fail(RunTicket ticket, String reason) {
    chunks.fail(ticket, reason);
  }

  private static String claim(RunTicket ticket, int number) {
    return RunRecords.claimPrefix(ticket.runId()) + ticket.workerId() + ":" + number;
  }

  /**
   * @return whether the run goes on
   */
  private boolean process(Chunk chunk, Run run) {
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
      chunks.waitFor(chunk, quota.delay(), quota.getMessage());
    } catch (ConnectorFailure failure) {
      chunks.release(chunk);
      chunks.fail(chunk.ticket(), failure.getMessage());
    }
    return false;
  }

  /** Without what somebody else processed, skipped or filtered since the run was queued. */
  private Chunk withoutPassedOver(Chunk chunk) {
    if (chunk.forced()) {
      return chunk;
    }
    List<ClaimedRecord> passed =
        chunk.records().stream().filter(record -> !record.status().inQueue()).toList();
    if (passed.isEmpty()) {
      return chunk;
    }
    chunks.passOver(chunk, passed);
    return chunk.with(
        chunk.records().stream().filter(record -> record.status().inQueue()).toList());
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
    Outcomes outcomes = new Outcomes(chunk, clock);
    List<ReadyRecord<D>> ready = new ArrayList<>();
    for (ClaimedRecord record : chunk.records()) {
      ready(chunk, store, kind, record, depth, outcomes).ifPresent(ready::add);
    }
    if (!outcomes.all().isEmpty()) {
      chunks.commit(chunk, outcomes.all());
    }
    write(chunk, store, kind, target, ready);
  }

  /** The record with its document, if it can be written; else its outcome is recorded. */
  private <D extends Document> Optional<ReadyRecord<D>> ready(
      Chunk chunk,
      Store store,
      EntityKind<D> kind,
      ClaimedRecord record,
      int depth,
      Outcomes outcomes) {
    try {
      Optional<ReadyRecord<D>> read = reader.read(store, kind, record, chunk.forced(), outcomes);
      if (read.isEmpty() || !passesRules(kind, read.get(), chunk.forced(), outcomes)) {
        return Optional.empty();
      }
      Optional<String> waitsFor =
          prerequisites.missing(
              store,
              kind.prerequisites(read.get().document()),
              missing -> tryFirst(chunk, missing, depth));
      if (waitsFor.isPresent()) {
        outcomes.add(record, new ProcessOutcome.Waiting(waitsFor.get()));
        return Optional.empty();
      }
      return read;
    } catch (ConnectorFailure failure) {
      outcomes.add(record, Outcomes.of(failure, kind.direction().target()));
    } catch (RuntimeException defect) {
      outcomes.add(record, defect(record, defect));
    }
    return Optional.empty();
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

  /** A prerequisite that is waiting itself is processed first (domain section 6, step 2). */
  private void tryFirst(Chunk chunk, long recordId, int depth) {
    if (depth < Prerequisites.MAX_DEPTH) {
      chunks
          .claimPrerequisite(chunk, recordId)
          .ifPresent(
              first -> processEntity(first, first.records().get(0).storeEntityId(), depth + 1));
    }
  }

  private <D extends Document> void write(
      Chunk chunk,
      Store store,
      EntityKind<D> kind,
      EntityTarget<D> target,
      List<ReadyRecord<D>> ready) {
    if (ready.isEmpty()) {
      return;
    }
    if (target instanceof TransactionalTarget<D> own) {
      writeOrHalve(chunk, store, kind, own, ready);
    } else {
      ready.forEach(one -> writeRemote(chunk, store, kind, target, one));
    }
  }

  /** A chunk that the database refuses is halved until the bad record stands alone. */
  private <D extends Document> void writeOrHalve(
      Chunk chunk,
      Store store,
      EntityKind<D> kind,
      TransactionalTarget<D> target,
      List<ReadyRecord<D>> ready) {
    try {
      chunks.save(chunk, kind, target, store.access(kind.direction().target()), ready);
    } catch (EJBException refused) {
      if (ready.size() == 1) {
        commitDefect(chunk, ready.get(0).record(), refused);
        return;
      }
      int half = ready.size() / 2;
      writeOrHalve(chunk, store, kind, target, ready.subList(0, half));
      writeOrHalve(chunk, store, kind, target, ready.subList(half, ready.size()));
    }
  }

  /** One record at a time, each outcome in its own transaction. */
  private <D extends Document> void writeRemote(
      Chunk chunk, Store store, EntityKind<D> kind, EntityTarget<D> target, ReadyRecord<D> one) {
    Outcomes outcomes = new Outcomes(chunk, clock);
    try {
      writer.write(kind, target, store.access(kind.direction().target()), List.of(one), outcomes);
    } catch (ConnectorFailure failure) {
      outcomes.add(one.record(), Outcomes.of(failure, kind.direction().target()));
    } catch (RuntimeException defect) {
      outcomes.add(one.record(), defect(one.record(), defect));
    }
    chunks.commit(chunk, outcomes.all());
  }

  private void commitDefect(Chunk chunk, ClaimedRecord record, RuntimeException cause) {
    Outcomes outcomes = new Outcomes(chunk, clock);
    outcomes.add(record, defect(record, cause));
    chunks.commit(chunk, outcomes.all());
  }

  private static ProcessOutcome defect(ClaimedRecord record, RuntimeException cause) {
    // The one place that turns what nobody expected into the outcome of a record.
    LOG.log(Level.SEVERE, "Record " + record.id() + " failed unexpectedly", cause);
    return new ProcessOutcome.Failure(
        SyncOperation.SYNC_FAILED,
        TEXTS.recorded("unexpected", record.externalId().or(record::localId).orElseThrow()),
        cause.getClass().getSimpleName());
  }
}
