package org.storesync.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Side;
import org.storesync.kind.DocumentSummary;
import org.storesync.kind.Verdict;
import org.storesync.platform.database.RowArrays;

/**
 * Lives through events with one pair of documents, and tells what each did. It keeps the rules that
 * hold around a record: who may claim it, and what a person may order meanwhile.
 */
final class RecordHistory {

  /**
   * One event that took place.
   *
   * @param heldVersion the content that the worker holds the record for; absent if none does
   * @param finding what preparing said that it did
   * @param foreseen what preparing could say without touching the record
   */
  record Step(
      Look before,
      RecordEvent event,
      Look after,
      OptionalInt heldVersion,
      Instant at,
      Optional<Finding> finding,
      Optional<Finding> foreseen) {}

  /** What there is of the pair. */
  record Look(
      boolean there,
      SyncStatus status,
      int attempts,
      Optional<DocumentId> externalId,
      Optional<DocumentId> localId,
      Optional<String> hash,
      int contentVersion,
      Optional<Instant> modifiedAtSource,
      Optional<Instant> nextAttemptAt) {

    static final Look NOTHING =
        new Look(
            false,
            null,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty());
  }

  private static final Instant BEGIN = Instant.parse("2026-11-24T12:00:00Z");
  private static final DocumentId SOURCE_ID = new DocumentId("at the source");

  private final Side source;
  private final int maxFailedAttempts;
  private final List<Step> steps = new ArrayList<>();
  private SyncRecord record;
  private Optional<DocumentId> keptTargetId = Optional.empty();
  private OptionalInt heldVersion = OptionalInt.empty();
  private Optional<Finding> finding = Optional.empty();
  private Optional<Finding> foreseen = Optional.empty();
  private Instant now = BEGIN;

  private RecordHistory(Side source, int maxFailedAttempts) {
    this.source = source;
    this.maxFailedAttempts = maxFailedAttempts;
  }

  /** What the events did, without those that could not take place. */
  static List<Step> of(Side source, int maxFailedAttempts, List<RecordEvent> events) {
    RecordHistory history = new RecordHistory(source, maxFailedAttempts);
    events.forEach(history::live);
    return history.steps;
  }

  private void live(RecordEvent event) {
    now = now.plus(Duration.ofMinutes(1));
    Look before = look();
    OptionalInt held = heldVersion;
    finding = Optional.empty();
    foreseen = Optional.empty();
    if (takesPlace(event)) {
      steps.add(new Step(before, event, look(), held, now, finding, foreseen));
    }
  }

  private boolean takesPlace(RecordEvent event) {
    if (event instanceof RecordEvent.Found found) {
      find(found);
      return true;
    }
    if (event instanceof RecordEvent.Unreadable unreadable) {
      born();
      finding = Optional.of(record.unreadable("It is torn.", unreadable.mode(), now));
      return true;
    }
    if (record == null) {
      return false;
    }
    if (heldVersion.isPresent()) {
      return endsWork(event);
    }
    if (event instanceof RecordEvent.Ordered ordered) {
      return obeys(ordered.command());
    }
    return beginsWork(event);
  }

  private void find(RecordEvent.Found event) {
    born();
    Verdict verdict = event.filteredBecause().map(Verdict::filtered).orElseGet(Verdict::accepted);
    FoundDocument found = found(event.content());
    foreseen =
        record
            .seen(source)
            .findingWithoutTrace(found::hash, found.modified(), verdict, event.mode());
    Object[] rowBefore = record.row();
    finding = Optional.of(record.found(found, verdict, event.mode(), source, now));
    if (foreseen.isPresent()
        && (!foreseen.equals(finding) || !Arrays.equals(rowBefore, record.row()))) {
      throw new AssertionError(
          "Foreseen was %s without a trace, found was %s: %s became %s"
              .formatted(
                  foreseen.get(),
                  finding.get(),
                  Arrays.toString(rowBefore),
                  Arrays.toString(record.row())));
    }
  }

  private void born() {
    if (record == null) {
      record = new SyncRecord(1, source, SOURCE_ID, now);
      keptTargetId.ifPresent(id -> record.remembers(id, source.other(), true));
    }
  }

  private boolean beginsWork(RecordEvent event) {
    if (event instanceof RecordEvent.Claimed && record.status().inQueue()) {
      heldVersion = OptionalInt.of(record.contentVersion());
      return true;
    }
    if (event instanceof RecordEvent.ForcedSync forced) {
      FoundDocument read = found(forced.content());
      if (!record.contentHash().equals(Optional.of(read.hash()))) {
        record.refresh(read, source, now);
      }
      heldVersion = OptionalInt.of(record.contentVersion());
      return true;
    }
    return false;
  }

  private boolean endsWork(RecordEvent event) {
    if (event instanceof RecordEvent.Finished finished) {
      record.finished(
          finished.outcome(), heldVersion.getAsInt(), source.other(), true, maxFailedAttempts, now);
      heldVersion = OptionalInt.empty();
      return true;
    }
    if (event instanceof RecordEvent.CutOff) {
      heldVersion = OptionalInt.empty();
      return true;
    }
    return false;
  }

  private boolean obeys(RecordCommand command) {
    switch (command) {
      case SKIP -> record.skip(now);
      case SET_AS_PREPARED -> record.setAsPrepared(now);
      case SET_AS_PROCESSED -> {
        if (!record.hasBothIds()) {
          return false;
        }
        record.setAsProcessed(now);
      }
      case DELETE -> {
        if (record.hasBothIds()) {
          keptTargetId = record.idOn(source.other());
        }
        record = null;
      }
    }
    return true;
  }

  private static FoundDocument found(RecordEvent.Content content) {
    return new FoundDocument(
        SOURCE_ID,
        content.modified(),
        content.toString(),
        content.hash(),
        new DocumentSummary(
            content.hash(), content.modified(), Optional.empty(), Optional.empty()));
  }

  private Look look() {
    if (record == null) {
      return Look.NOTHING;
    }
    return new Look(
        true,
        record.status(),
        record.attempts(),
        record.externalId(),
        record.localId(),
        record.contentHash(),
        record.contentVersion(),
        modifiedAtSource(),
        record.nextAttemptAt());
  }

  private Optional<Instant> modifiedAtSource() {
    String column = source == Side.MARKETPLACE ? "external_modified" : "local_modified";
    int place = SyncRecord.COLUMNS.stream().map(RowArrays.Column::name).toList().indexOf(column);
    return Optional.ofNullable((Instant) record.row()[place]);
  }
}
