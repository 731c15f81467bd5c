package org.storesync.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Side;
import org.storesync.extension.coupon.Coupon;
import org.storesync.kind.DocumentSummary;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.Verdict;

/** Every cell of the tables on a record by itself, without a database. */
class SyncRecordTest {

  static Stream<RecordCells.Cell> cells() {
    return RecordCells.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void cell(RecordCells.Cell cell) {
    cell.story().accept(new PlainRecord());
  }

  private static final class PlainRecord implements TriedRecord {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private SyncRecord record;
    private DocumentId kept;
    private int claimedVersion;

    private void born() {
      if (record == null) {
        record = new SyncRecord(1, Side.MARKETPLACE, new DocumentId(ID), NOW);
        if (kept != null) {
          record.remembers(kept, Side.BACK_OFFICE, true);
        }
      }
    }

    @Override
    public void found(PrepareMode mode, Coupon coupon) {
      born();
      FoundDocument found =
          new FoundDocument(
              coupon.id(),
              coupon.modified(),
              coupon.toString(),
              coupon.text(),
              new DocumentSummary(
                  "", Optional.empty(), Optional.empty(), Optional.of(coupon.value())));
      Verdict verdict =
          coupon.state() == Coupon.State.DRAFT
              ? Verdict.filtered("Only a draft at the marketplace.")
              : Verdict.accepted();
      record.found(found, verdict, mode, Side.MARKETPLACE, NOW);
    }

    @Override
    public void unreadable(PrepareMode mode) {
      born();
      record.unreadable("It is torn.", mode, NOW);
    }

    @Override
    public void claimed() {
      claimedVersion = record.contentVersion();
    }

    @Override
    public void finished(ProcessOutcome outcome) {
      // An outcome is told to a record that was read from its row again.
      record =
          new SyncRecord(
              Stream.of(record.row())
                  .map(value -> value instanceof Enum<?> named ? named.name() : value)
                  .toArray());
      record.finished(outcome, claimedVersion, Side.BACK_OFFICE, true, MAX_FAILED_ATTEMPTS, NOW);
    }

    @Override
    public void cutOff() {
      // A claim is kept beside the record.
    }

    @Override
    public CommandResult does(RecordCommand command) {
      if (command == RecordCommand.SET_AS_PROCESSED && !record.hasBothIds()) {
        return new CommandResult(
            0, 1, List.of(new CommandResult.Refusal(0, ID, CommandResult.Reason.ID_MISSING)));
      }
      switch (command) {
        case SKIP -> record.skip(NOW);
        case SET_AS_PROCESSED -> record.setAsProcessed(NOW);
        case SET_AS_PREPARED -> record.setAsPrepared(NOW);
        case DELETE -> {
          kept = record.localId().orElse(null);
          record = null;
        }
      }
      return new CommandResult(1, 0, List.of());
    }

    @Override
    public Look look() {
      if (record == null) {
        return Look.GONE;
      }
      return new Look(
          true,
          record.status(),
          record.attempts(),
          record.localId().map(DocumentId::value).orElse(null),
          record.contentHash().orElse(null),
          record.lastOperation().orElse(null),
          record.lastMessage().orElse(null),
          record.changedSinceSkipped(),
          record.nextAttemptAt().isPresent());
    }
  }
}
