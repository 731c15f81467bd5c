package org.storesync.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;
import org.storesync.connector.DocumentWrite;
import org.storesync.connector.EntityTarget;
import org.storesync.connector.SaveOutcome;
import org.storesync.connector.Side;
import org.storesync.connector.StoreAccess;
import org.storesync.kind.EntityKind;
import org.storesync.platform.text.RoomTexts;
import org.storesync.record.ClaimedRecord;
import org.storesync.record.ProcessOutcome;
import org.storesync.record.SyncOperation;
import org.storesync.record.SyncRecords;

/**
 * Writes documents to their destination: looks for counterparts of those that have none, then saves
 * (domain section 6, steps 3 and 6). Works in the caller's transaction if there is one.
 */
@ApplicationScoped
class DocumentWriter {

  private static final RoomTexts TEXTS = RoomTexts.of(DocumentWriter.class);

  @Inject private SyncRecords records;

  <D extends Document> void write(
      EntityKind<D> kind,
      EntityTarget<D> target,
      StoreAccess access,
      List<ReadyRecord<D>> ready,
      Outcomes outcomes) {
    Side side = kind.direction().target();
    List<ReadyRecord<D>> unpaired =
        ready.stream().filter(one -> one.record().idOn(side).isEmpty()).toList();
    Map<DocumentId, List<DocumentId>> counterparts =
        target.counterpartsOfAll(access, unpaired.stream().map(ReadyRecord::document).toList());
    Map<DocumentId, Long> mapped = mapped(kind, side, unpaired, counterparts);
    List<ReadyRecord<D>> writable = new ArrayList<>();
    List<DocumentWrite<D>> writes = new ArrayList<>();
    for (ReadyRecord<D> one : ready) {
      List<DocumentId> found = counterparts.getOrDefault(one.document().id(), List.of());
      Optional<String> conflict = conflict(one.record(), found, mapped);
      if (conflict.isPresent()) {
        outcomes.add(one.record(), failure(conflict.get()));
      } else {
        writable.add(one);
        Optional<DocumentId> known = one.record().idOn(side).or(() -> found.stream().findFirst());
        writes.add(new DocumentWrite<>(one.document(), known));
      }
    }
    save(target, access, side, writable, writes, outcomes);
  }

  private <D extends Document> Map<DocumentId, Long> mapped(
      EntityKind<D> kind,
      Side side,
      List<ReadyRecord<D>> unpaired,
      Map<DocumentId, List<DocumentId>> counterparts) {
    boolean mayBeShared = side == Side.BACK_OFFICE && !kind.uniqueLocalId();
    if (unpaired.isEmpty() || mayBeShared) {
      return Map.of();
    }
    return records.mapped(
        unpaired.get(0).record().storeEntityId(),
        side,
        counterparts.values().stream().flatMap(List::stream).distinct().toList());
  }

  private static Optional<String> conflict(
      ClaimedRecord record, List<DocumentId> found, Map<DocumentId, Long> mapped) {
    if (found.size() > 1) {
      return Optional.of(
          TEXTS.recorded(
              "severalCounterparts", name(record), found.size(), found.get(0), found.get(1)));
    }
    return found.stream()
        .filter(id -> mapped.containsKey(id) && mapped.get(id) != record.id())
        .findFirst()
        .map(id -> TEXTS.recorded("counterpartTaken", name(record), id, mapped.get(id)));
  }

  private static String name(ClaimedRecord record) {
    return record.externalId().or(record::localId).map(DocumentId::value).orElse("");
  }

  private static ProcessOutcome failure(String message) {
    return new ProcessOutcome.Failure(SyncOperation.SYNC_FAILED, message, "CounterpartConflict");
  }

  private static <D extends Document> void save(
      EntityTarget<D> target,
      StoreAccess access,
      Side side,
      List<ReadyRecord<D>> ready,
      List<DocumentWrite<D>> writes,
      Outcomes outcomes) {
    List<SaveOutcome> saved = target.saveAll(access, writes);
    for (int place = 0; place < ready.size(); place++) {
      outcomes.add(ready.get(place).record(), outcome(saved.get(place), side));
    }
  }

  private static ProcessOutcome outcome(SaveOutcome saved, Side target) {
    if (saved instanceof SaveOutcome.Saved done) {
      return new ProcessOutcome.Synchronized(done.id(), SyncOperation.saved(done.effect(), target));
    }
    return Outcomes.of(((SaveOutcome.NotSaved) saved).failure(), target);
  }
}
