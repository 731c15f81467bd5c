package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;
import static org.storesync.extension.coupon.CouponFixture.aDraft;
import static org.storesync.extension.coupon.CouponFixture.aTimelessCoupon;
import static org.storesync.kind.PrepareMode.FULL;
import static org.storesync.kind.PrepareMode.INCREMENTAL;
import static org.storesync.kind.PrepareMode.INCREMENTAL_BY_DATE;
import static org.storesync.record.TriedRecord.ID;
import static org.storesync.record.TriedRecord.LOCAL_ID;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.storesync.connector.DocumentId;
import org.storesync.extension.coupon.Coupon;
import org.storesync.kind.PrepareMode;

/**
 * Every cell of the tables of domain sections 4 (what preparing does to a record) and 5 (statuses
 * and transitions), each with a name that is its sentence. They are tried on plain records and in
 * both databases.
 */
final class RecordCells {

  private static final Instant T1 = Instant.parse("2026-11-01T10:00:00Z");
  private static final Instant T2 = Instant.parse("2026-11-02T10:00:00Z");
  private static final Instant T0 = Instant.parse("2026-10-31T10:00:00Z");
  private static final String DRAFT_REASON = "Only a draft at the marketplace.";

  /**
   * One cell.
   *
   * @param name its sentence
   */
  record Cell(String name, Consumer<TriedRecord> story) {
    @Override
    public String toString() {
      return name;
    }
  }

  private final List<Cell> cells = new ArrayList<>();

  private RecordCells() {}

  static Stream<Cell> all() {
    return Stream.of(
            ofDocumentsNotThereYet(),
            ofPreparedRecords(),
            ofFailedAndAbortedRecords(),
            ofProcessedRecords(),
            ofSkippedRecords(),
            ofFilteredAndInvalidRecords(),
            ofDeletedAndRemovedRecords(),
            ofJudgedRecords(),
            ofUnreadableRecords(),
            ofOlderContent(),
            ofContentWithoutTime(),
            ofRecordsInTheQueue(),
            ofForcedSync(),
            ofRuledOutSync(),
            ofSetAsPrepared(),
            ofSkip(),
            ofSetAsProcessed(),
            ofDelete(),
            ofGoneDocuments(),
            ofChangesWhileProcessed())
        .flatMap(cells -> cells);
  }

  static Stream<Cell> ofDocumentsNotThereYet() {
    return inEachMode(RecordCells::notThereYet);
  }

  static Stream<Cell> ofPreparedRecords() {
    return inEachMode(RecordCells::prepared);
  }

  static Stream<Cell> ofFailedAndAbortedRecords() {
    return inEachMode(RecordCells::failedAndAborted);
  }

  static Stream<Cell> ofProcessedRecords() {
    return inEachMode(RecordCells::processed);
  }

  static Stream<Cell> ofSkippedRecords() {
    return inEachMode(RecordCells::skipped);
  }

  static Stream<Cell> ofFilteredAndInvalidRecords() {
    return inEachMode(RecordCells::filteredAndInvalid);
  }

  static Stream<Cell> ofDeletedAndRemovedRecords() {
    return inEachMode(RecordCells::deletedAndRemoved);
  }

  static Stream<Cell> ofJudgedRecords() {
    return inEachMode(RecordCells::judged);
  }

  static Stream<Cell> ofUnreadableRecords() {
    return inEachMode(RecordCells::unreadable);
  }

  static Stream<Cell> ofOlderContent() {
    return inEachMode(RecordCells::olderContent);
  }

  static Stream<Cell> ofContentWithoutTime() {
    return once(RecordCells::withoutModificationTime);
  }

  static Stream<Cell> ofRecordsInTheQueue() {
    return once(RecordCells::inTheQueue);
  }

  static Stream<Cell> ofForcedSync() {
    return once(RecordCells::forced);
  }

  static Stream<Cell> ofRuledOutSync() {
    return once(RecordCells::ruledOut);
  }

  static Stream<Cell> ofSetAsPrepared() {
    return once(RecordCells::setAsPrepared);
  }

  static Stream<Cell> ofSkip() {
    return once(RecordCells::skip);
  }

  static Stream<Cell> ofSetAsProcessed() {
    return once(RecordCells::setAsProcessed);
  }

  static Stream<Cell> ofDelete() {
    return once(RecordCells::delete);
  }

  static Stream<Cell> ofGoneDocuments() {
    return once(RecordCells::gone);
  }

  static Stream<Cell> ofChangesWhileProcessed() {
    return once(RecordCells::whileProcessed);
  }

  private static Stream<Cell> inEachMode(BiConsumer<RecordCells, PrepareMode> row) {
    RecordCells table = new RecordCells();
    for (PrepareMode mode : PrepareMode.values()) {
      row.accept(table, mode);
    }
    return table.cells.stream();
  }

  private static Stream<Cell> once(Consumer<RecordCells> row) {
    RecordCells table = new RecordCells();
    row.accept(table);
    return table.cells.stream();
  }

  private void cell(String name, Consumer<TriedRecord> story) {
    cells.add(new Cell(name, story));
  }

  private static String by(PrepareMode mode) {
    return switch (mode) {
      case INCREMENTAL -> "Incremental";
      case INCREMENTAL_BY_DATE -> "Incremental by Date";
      case FULL -> "Full";
    };
  }

  private static String word(SyncStatus status) {
    return status.name().charAt(0) + status.name().substring(1).toLowerCase(Locale.ROOT);
  }

  // --- section 4 ---

  private void notThereYet(PrepareMode mode) {
    cell(
        by(mode) + " makes a document that is not there yet Prepared",
        record -> {
          record.found(mode, aCoupon(ID, T1, "first"));

          assertThat(record.look().status()).isEqualTo(SyncStatus.PREPARED);
          assertThat(record.look().text()).isEqualTo("first");
          assertThat(record.look().operation()).isEqualTo(SyncOperation.MODIFIED_EXTERNALLY);
        });
    cell(
        by(mode) + " makes a document that a rule keeps out Filtered, with the reason",
        record -> {
          record.found(mode, aDraft(ID, T1));

          assertThat(record.look().status()).isEqualTo(SyncStatus.FILTERED);
          assertThat(record.look().message()).isEqualTo(DRAFT_REASON);
        });
    cell(
        by(mode) + " makes a document that can't be read Invalid",
        record -> {
          record.unreadable(mode);

          assertThat(record.look().status()).isEqualTo(SyncStatus.INVALID);
          assertThat(record.look().message()).isNotBlank();
        });
  }

  private void prepared(PrepareMode mode) {
    cell(
        by(mode) + " refreshes a Prepared record",
        record -> {
          bring(record, SyncStatus.PREPARED);
          record.found(mode, aCoupon(ID, T2, "second"));

          assertThat(record.look().status()).isEqualTo(SyncStatus.PREPARED);
          assertThat(record.look().text()).isEqualTo("second");
        });
  }

  private void failedAndAborted(PrepareMode mode) {
    for (SyncStatus status : List.of(SyncStatus.FAILED, SyncStatus.ABORTED)) {
      cell(
          by(mode) + " makes a changed " + word(status) + " record Prepared with attempts 0",
          record -> {
            bring(record, status);
            record.found(mode, aCoupon(ID, T2, "second"));

            assertPreparedAnew(record, "second");
          });
      cell(
          by(mode)
              + (mode == INCREMENTAL
                  ? " leaves an unchanged " + word(status) + " record untouched"
                  : " makes an unchanged " + word(status) + " record Prepared with attempts 0"),
          record -> {
            bring(record, status);
            TriedRecord.Look before = record.look();
            record.found(mode, aCoupon(ID, T1, "first"));

            if (mode == INCREMENTAL) {
              assertThat(record.look()).isEqualTo(before);
            } else {
              assertPreparedAnew(record, "first");
            }
          });
    }
  }

  private void processed(PrepareMode mode) {
    cell(
        by(mode)
            + (mode == INCREMENTAL_BY_DATE
                ? " leaves a changed Processed record alone"
                : " makes a changed Processed record Prepared"),
        record -> {
          bring(record, SyncStatus.PROCESSED);
          record.found(mode, aCoupon(ID, T2, "second"));

          if (mode == INCREMENTAL_BY_DATE) {
            assertThat(record.look().status()).isEqualTo(SyncStatus.PROCESSED);
          } else {
            assertPreparedAnew(record, "second");
            assertThat(record.look().localId()).isEqualTo(LOCAL_ID);
          }
        });
    cell(
        by(mode)
            + (mode == FULL
                ? " makes an unchanged Processed record Prepared"
                : " leaves an unchanged Processed record untouched"),
        record -> {
          bring(record, SyncStatus.PROCESSED);
          TriedRecord.Look before = record.look();
          record.found(mode, aCoupon(ID, T1, "first"));

          if (mode == FULL) {
            assertPreparedAnew(record, "first");
          } else {
            assertThat(record.look()).isEqualTo(before);
          }
        });
  }

  private void skipped(PrepareMode mode) {
    cell(
        by(mode) + " lets a changed Skipped record stay and notes that it changed",
        record -> {
          bring(record, SyncStatus.SKIPPED);
          record.found(mode, aCoupon(ID, T2, "second"));

          assertThat(record.look().status()).isEqualTo(SyncStatus.SKIPPED);
          assertThat(record.look().changedSinceSkipped()).isTrue();
        });
    cell(
        by(mode) + " lets an unchanged Skipped record stay",
        record -> {
          bring(record, SyncStatus.SKIPPED);
          record.found(mode, aCoupon(ID, T1, "first"));

          assertThat(record.look().status()).isEqualTo(SyncStatus.SKIPPED);
          assertThat(record.look().changedSinceSkipped()).isFalse();
        });
  }

  private void filteredAndInvalid(PrepareMode mode) {
    for (SyncStatus status : List.of(SyncStatus.FILTERED, SyncStatus.INVALID)) {
      cell(
          by(mode) + " judges a " + word(status) + " record again and takes it in",
          record -> {
            bring(record, status);
            record.found(mode, aCoupon(ID, T2, "second"));

            assertPreparedAnew(record, "second");
          });
      cell(
          by(mode) + " judges a " + word(status) + " record again and keeps it out",
          record -> {
            bring(record, status);
            record.found(mode, aDraft(ID, T2));

            assertThat(record.look().status()).isEqualTo(SyncStatus.FILTERED);
            assertThat(record.look().message()).isEqualTo(DRAFT_REASON);
          });
      cell(
          by(mode) + " judges a " + word(status) + " record again and can't read it",
          record -> {
            bring(record, status);
            record.unreadable(mode);

            assertThat(record.look().status()).isEqualTo(SyncStatus.INVALID);
          });
    }
  }

  private void deletedAndRemoved(PrepareMode mode) {
    cell(
        by(mode) + " makes a Deleted record that is found again Prepared",
        record -> {
          bring(record, SyncStatus.DELETED);
          record.found(mode, aCoupon(ID, T1, "first"));

          assertPreparedAnew(record, "first");
        });
    cell(
        by(mode) + " makes a record removed by Delete anew, with the kept local id",
        record -> {
          bring(record, SyncStatus.PROCESSED);
          record.does(RecordCommand.DELETE);
          assertThat(record.look()).isEqualTo(TriedRecord.Look.GONE);
          record.found(mode, aCoupon(ID, T2, "second"));

          assertPreparedAnew(record, "second");
          assertThat(record.look().localId()).isEqualTo(LOCAL_ID);
        });
  }

  private static boolean isLeftAlone(SyncStatus status, PrepareMode mode) {
    return status == SyncStatus.SKIPPED
        || (status == SyncStatus.PROCESSED && mode == INCREMENTAL_BY_DATE);
  }

  private void judged(PrepareMode mode) {
    for (SyncStatus status : SyncStatus.values()) {
      boolean leftAlone = isLeftAlone(status, mode);
      cell(
          by(mode)
              + (leftAlone
                  ? " leaves a " + word(status) + " record alone that a rule would keep out now"
                  : " makes a " + word(status) + " record Filtered that a rule keeps out now"),
          record -> {
            bring(record, status);
            record.found(mode, aDraft(ID, T2));

            assertThat(record.look().status()).isEqualTo(leftAlone ? status : SyncStatus.FILTERED);
          });
    }
  }

  private void unreadable(PrepareMode mode) {
    for (SyncStatus status : SyncStatus.values()) {
      boolean leftAlone = isLeftAlone(status, mode);
      cell(
          by(mode)
              + (leftAlone
                  ? " leaves a " + word(status) + " record alone whose document can't be read"
                  : " makes a " + word(status) + " record Invalid whose document can't be read"),
          record -> {
            bring(record, status);
            record.unreadable(mode);

            assertThat(record.look().status()).isEqualTo(leftAlone ? status : SyncStatus.INVALID);
          });
    }
  }

  private void olderContent(PrepareMode mode) {
    for (SyncStatus status : SyncStatus.values()) {
      cell(
          by(mode) + " never lets older content replace that of a " + word(status) + " record",
          record -> {
            bring(record, status);
            String text = record.look().text();
            record.found(mode, aCoupon(ID, T0, "older"));

            // A document that nobody could read so far has no newer content.
            assertThat(record.look().text()).isEqualTo(text == null ? "older" : text);
          });
    }
    cell(
        by(mode) + " lets an older document decide nothing about a Prepared record",
        record -> {
          bring(record, SyncStatus.PREPARED);
          record.found(mode, aDraft(ID, T0));

          assertThat(record.look().status()).isEqualTo(SyncStatus.PREPARED);
        });
  }

  private void withoutModificationTime() {
    cell(
        "Incremental takes another content as a change where no modification time is told",
        record -> {
          record.found(INCREMENTAL, aTimelessCoupon(ID, "first"));
          record.processed(success());
          record.found(INCREMENTAL, aTimelessCoupon(ID, "second"));

          assertPreparedAnew(record, "second");
        });
    cell(
        "Incremental takes the same content as no change where no modification time is told",
        record -> {
          record.found(INCREMENTAL, aTimelessCoupon(ID, "first"));
          record.processed(success());
          record.found(INCREMENTAL, aTimelessCoupon(ID, "first"));

          assertThat(record.look().status()).isEqualTo(SyncStatus.PROCESSED);
        });
  }

  // --- section 5 ---

  private void inTheQueue() {
    for (SyncStatus status : SyncStatus.readyToProcess()) {
      cell(
          "Success makes a " + word(status) + " record Processed with attempts 0",
          record -> {
            bring(record, status);
            record.processed(success());

            assertThat(record.look().status()).isEqualTo(SyncStatus.PROCESSED);
            assertThat(record.look().attempts()).isZero();
            assertThat(record.look().localId()).isEqualTo(LOCAL_ID);
            assertThat(record.look().operation()).isEqualTo(SyncOperation.INSERTED_LOCALLY);
          });
      cell(
          "A failure below the maximum makes a " + word(status) + " record Failed",
          record -> {
            bring(record, status);
            int before = record.look().attempts();
            record.processed(failure());

            assertThat(record.look().status()).isEqualTo(SyncStatus.FAILED);
            assertThat(record.look().attempts()).isEqualTo(before + 1);
            assertThat(record.look().message()).isEqualTo("The books are full.");
            assertThat(record.look().waitsForNextTry()).isTrue();
          });
      cell(
          "A missing prerequisite makes a " + word(status) + " record Failed, attempts unchanged",
          record -> {
            bring(record, status);
            int before = record.look().attempts();
            record.processed(new ProcessOutcome.Waiting("Waits for order 1."));

            assertThat(record.look().status()).isEqualTo(SyncStatus.FAILED);
            assertThat(record.look().attempts()).isEqualTo(before);
            assertThat(record.look().message()).isEqualTo("Waits for order 1.");
          });
      cell(
          "An attempt on a " + word(status) + " record that was cut off is not an attempt",
          record -> {
            bring(record, status);
            TriedRecord.Look before = record.look();
            record.claimed();
            record.cutOff();

            assertThat(record.look()).isEqualTo(before);
          });
    }
    cell(
        "Failure number maximum makes a record Aborted",
        record -> {
          bring(record, SyncStatus.PREPARED);
          record.processed(failure());
          record.processed(failure());
          assertThat(record.look().status()).isEqualTo(SyncStatus.FAILED);
          record.processed(failure());

          assertThat(record.look().status()).isEqualTo(SyncStatus.ABORTED);
          assertThat(record.look().attempts()).isEqualTo(TriedRecord.MAX_FAILED_ATTEMPTS);
          assertThat(record.look().waitsForNextTry()).isFalse();
        });
  }

  private void forced() {
    for (SyncStatus status : SyncStatus.values()) {
      cell(
          "A forced Sync that succeeds makes a " + word(status) + " record Processed",
          record -> {
            bring(record, status);
            record.processed(success());

            assertThat(record.look().status()).isEqualTo(SyncStatus.PROCESSED);
            assertThat(record.look().attempts()).isZero();
          });
      cell(
          "A forced Sync that fails makes a " + word(status) + " record Failed",
          record -> {
            bring(record, status);
            record.processed(failure());

            assertThat(record.look().status()).isEqualTo(SyncStatus.FAILED);
          });
    }
  }

  private void ruledOut() {
    for (SyncStatus status : SyncStatus.values()) {
      cell(
          "A forced Sync that a rule refuses makes a " + word(status) + " record Filtered",
          record -> {
            bring(record, status);
            record.processed(new ProcessOutcome.FilteredOut(DRAFT_REASON));

            assertThat(record.look().status()).isEqualTo(SyncStatus.FILTERED);
            assertThat(record.look().message()).isEqualTo(DRAFT_REASON);
          });
    }
  }

  private void setAsPrepared() {
    for (SyncStatus status : SyncStatus.values()) {
      cell(
          "Set as Prepared makes a " + word(status) + " record Prepared with attempts 0",
          record -> {
            bring(record, status);
            assertThat(record.does(RecordCommand.SET_AS_PREPARED).done()).isEqualTo(1);

            assertThat(record.look().status()).isEqualTo(SyncStatus.PREPARED);
            assertThat(record.look().attempts()).isZero();
            assertThat(record.look().operation()).isEqualTo(SyncOperation.FORCED_TO_RESYNC);
            assertThat(record.look().waitsForNextTry()).isFalse();
          });
    }
  }

  private void skip() {
    for (SyncStatus status : SyncStatus.values()) {
      cell(
          "Skip makes a " + word(status) + " record Skipped",
          record -> {
            bring(record, status);
            assertThat(record.does(RecordCommand.SKIP).done()).isEqualTo(1);

            assertThat(record.look().status()).isEqualTo(SyncStatus.SKIPPED);
            assertThat(record.look().operation()).isEqualTo(SyncOperation.SKIPPED);
          });
    }
  }

  private void setAsProcessed() {
    for (SyncStatus status : SyncStatus.values()) {
      cell(
          "Set as Processed makes a " + word(status) + " record with both ids Processed",
          record -> {
            bringPaired(record, status);
            assertThat(record.does(RecordCommand.SET_AS_PROCESSED).done()).isEqualTo(1);

            assertThat(record.look().status()).isEqualTo(SyncStatus.PROCESSED);
            assertThat(record.look().operation()).isEqualTo(SyncOperation.MANUALLY_SYNCHRONIZED);
          });
      if (status != SyncStatus.PROCESSED) {
        cell(
            "Set as Processed is refused for a " + word(status) + " record without a local id",
            record -> {
              bring(record, status);
              TriedRecord.Look before = record.look();
              CommandResult result = record.does(RecordCommand.SET_AS_PROCESSED);

              assertThat(result.done()).isZero();
              assertThat(result.refusals())
                  .extracting(CommandResult.Refusal::reason)
                  .containsExactly(CommandResult.Reason.ID_MISSING);
              assertThat(record.look()).isEqualTo(before);
            });
      }
    }
  }

  private void delete() {
    for (SyncStatus status : SyncStatus.values()) {
      cell(
          "Delete removes a " + word(status) + " record",
          record -> {
            bring(record, status);
            assertThat(record.does(RecordCommand.DELETE).done()).isEqualTo(1);

            assertThat(record.look()).isEqualTo(TriedRecord.Look.GONE);
          });
    }
  }

  private void gone() {
    for (SyncStatus status : SyncStatus.values()) {
      cell(
          "A source document that is gone makes a " + word(status) + " record Deleted",
          record -> {
            bring(record, status);
            record.processed(new ProcessOutcome.Gone("C-1 is no longer there."));

            assertThat(record.look().status()).isEqualTo(SyncStatus.DELETED);
            assertThat(record.look().operation()).isEqualTo(SyncOperation.NOT_FOUND);
          });
    }
  }

  private void whileProcessed() {
    cell(
        "A record whose content changed while it was processed ends Prepared, the ids are kept",
        record -> {
          bring(record, SyncStatus.PREPARED);
          record.claimed();
          record.found(INCREMENTAL, aCoupon(ID, T2, "second"));
          record.finished(success());

          assertPreparedAnew(record, "second");
          assertThat(record.look().localId()).isEqualTo(LOCAL_ID);
        });
    cell(
        "A record whose content changed while an attempt failed ends Prepared without an attempt",
        record -> {
          bring(record, SyncStatus.PREPARED);
          record.claimed();
          record.found(INCREMENTAL, aCoupon(ID, T2, "second"));
          record.finished(failure());

          assertThat(record.look().status()).isEqualTo(SyncStatus.PREPARED);
          assertThat(record.look().attempts()).isZero();
          assertThat(record.look().text()).isEqualTo("second");
        });
  }

  // --- given ---

  /** A record in this status, of content "first" modified at T1; not yet at the other side. */
  private static void bring(TriedRecord record, SyncStatus status) {
    switch (status) {
      case PREPARED -> record.found(INCREMENTAL, aCoupon(ID, T1, "first"));
      case PROCESSED -> {
        bring(record, SyncStatus.PREPARED);
        record.processed(success());
      }
      case FAILED -> {
        bring(record, SyncStatus.PREPARED);
        record.processed(failure());
      }
      case ABORTED -> {
        bring(record, SyncStatus.PREPARED);
        for (int number = 0; number < TriedRecord.MAX_FAILED_ATTEMPTS; number++) {
          record.processed(failure());
        }
      }
      case SKIPPED -> {
        bring(record, SyncStatus.PREPARED);
        record.does(RecordCommand.SKIP);
      }
      case FILTERED -> record.found(INCREMENTAL, aDraft(ID, T1));
      case DELETED -> {
        bring(record, SyncStatus.PREPARED);
        record.processed(new ProcessOutcome.Gone("C-1 is no longer there."));
      }
      case INVALID -> record.unreadable(INCREMENTAL);
    }
    assertThat(record.look().status()).isEqualTo(status);
  }

  /** The same of a document that was written to the other side before. */
  private static void bringPaired(TriedRecord record, SyncStatus status) {
    bring(record, SyncStatus.PROCESSED);
    Coupon changed = aCoupon(ID, T2, "second");
    switch (status) {
      case PROCESSED -> {}
      case PREPARED -> record.found(INCREMENTAL, changed);
      case FAILED -> {
        record.found(INCREMENTAL, changed);
        record.processed(failure());
      }
      case ABORTED -> {
        record.found(INCREMENTAL, changed);
        for (int number = 0; number < TriedRecord.MAX_FAILED_ATTEMPTS; number++) {
          record.processed(failure());
        }
      }
      case SKIPPED -> record.does(RecordCommand.SKIP);
      case FILTERED -> record.found(INCREMENTAL, aDraft(ID, T2));
      case DELETED -> record.processed(new ProcessOutcome.Gone("C-1 is no longer there."));
      case INVALID -> record.unreadable(INCREMENTAL);
    }
    assertThat(record.look().status()).isEqualTo(status);
  }

  private static ProcessOutcome success() {
    return new ProcessOutcome.Synchronized(
        new DocumentId(LOCAL_ID), SyncOperation.INSERTED_LOCALLY);
  }

  private static ProcessOutcome failure() {
    return new ProcessOutcome.Failure(
        SyncOperation.FAILED_TO_SAVE_LOCALLY, "The books are full.", "Rejected");
  }

  // --- then ---

  private static void assertPreparedAnew(TriedRecord record, String text) {
    assertThat(record.look().status()).isEqualTo(SyncStatus.PREPARED);
    assertThat(record.look().attempts()).isZero();
    assertThat(record.look().text()).isEqualTo(text);
    assertThat(record.look().waitsForNextTry()).isFalse();
  }
}
