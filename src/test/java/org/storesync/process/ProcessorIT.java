package org.storesync.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.ExtensionStore.REDEMPTION;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;
import static org.storesync.extension.coupon.CouponFixture.aDraft;
import static org.storesync.extension.redemption.RedemptionFixture.aRedemption;
import static org.storesync.kind.PrepareMode.INCREMENTAL;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.DocumentId;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.extension.bazaar.Gate;
import org.storesync.extension.coupon.Coupon;
import org.storesync.extension.farbooks.FarBooks;
import org.storesync.extension.ledger.LedgerEntries;
import org.storesync.extension.ledger.LedgerEntry;
import org.storesync.platform.time.TestClock;
import org.storesync.prepare.PrepareRefused;
import org.storesync.record.AttemptRow;
import org.storesync.record.RecordFilter;
import org.storesync.record.RunRecords;
import org.storesync.record.SyncOperation;
import org.storesync.record.SyncRecordDeeds;
import org.storesync.record.SyncRecordList;
import org.storesync.record.SyncRecordRow;
import org.storesync.record.SyncStatus;
import org.storesync.run.RunRow;
import org.storesync.run.RunState;

/** Stage 2 in the server, into our own database and into books that are far away. */
@ArquillianTest
class ProcessorIT {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Inject private ExtensionStores stores;
  @Inject private LedgerEntries ledger;
  @Inject private FarBooks books;
  @Inject private SyncRecordDeeds deeds;
  @Inject private SyncRecordList list;
  @Inject private RunRecords claims;
  @Inject private TestClock clock;

  private ExtensionStore near;
  private ExtensionStore far;

  @BeforeEach
  void two_stores_at_noon() {
    clock.setTo(NOON);
    near = stores.withLedger();
    far = stores.withFarBooks();
    near.stall().pagesOf(500);
    far.stall().pagesOf(500);
  }

  @AfterEach
  void the_clock_runs_again() {
    clock.reset();
  }

  /** Between baseline and upper bound of an incremental run that follows at noon. */
  private static final Instant LATELY = NOON.minus(Duration.ofMinutes(4));

  private static Instant hour(int number) {
    return NOON.minus(Duration.ofDays(2)).plus(Duration.ofHours(number));
  }

  private static void prepareCoupons(ExtensionStore store, String... ids) throws PrepareRefused {
    for (String id : ids) {
      store.stall().put(aCoupon(id, store.records(PAPER).isEmpty() ? hour(1) : LATELY));
    }
    prepare(store);
  }

  private static void prepare(ExtensionStore store) throws PrepareRefused {
    assertThat(store.prepare(INCREMENTAL, PAPER, REDEMPTION))
        .extracting(RunRow::state)
        .containsOnly(RunState.SUCCEEDED);
  }

  private static SyncStatus[] statuses(ExtensionStore store) {
    return store.records(PAPER).stream().map(SyncRecordRow::status).toArray(SyncStatus[]::new);
  }

  /** Keys are unique over all stores in these tests, so that the far books can be held by them. */
  private String key(String name) {
    return name + "-" + far.id();
  }

  @Test
  void a_run_over_inactive_records_leaves_the_active_ones_alone() throws Exception {
    prepareCoupons(near, "C-1");

    RunRow run = near.processFirst(RecordFilter.all().withActive(false), 10);

    assertThat(run.selected()).isZero();
    assertThat(near.record(PAPER, "C-1").status()).isEqualTo(SyncStatus.PREPARED);
  }

  // --- counterparts ---

  @Test
  void without_a_counterpart_a_document_is_made() throws Exception {
    prepareCoupons(near, "C-1");
    near.process();

    SyncRecordRow record = near.record(PAPER, "C-1");
    assertThat(record.status()).isEqualTo(SyncStatus.PROCESSED);
    assertThat(record.lastOperation()).isEqualTo(SyncOperation.INSERTED_LOCALLY);
    assertThat(record.lastSynchronized()).isEqualTo(NOON);
    assertThat(ledger.of(near.id()))
        .extracting(LedgerEntry::id, LedgerEntry::key)
        .containsExactly(org.assertj.core.api.Assertions.tuple(record.localId(), "C-1"));
  }

  @Test
  void the_only_counterpart_is_adopted() throws Exception {
    String byHand = books.byHand(far.id(), "Coupon", key("C-1"));
    prepareCoupons(far, key("C-1"));
    far.process();

    SyncRecordRow record = far.record(PAPER, key("C-1"));
    assertThat(record.status()).isEqualTo(SyncStatus.PROCESSED);
    assertThat(record.localId()).isEqualTo(byHand);
    assertThat(record.lastOperation()).isEqualTo(SyncOperation.UPDATED_LOCALLY);
    assertThat(books.of(far.id())).hasSize(1);
  }

  @Test
  void several_counterparts_are_an_error() throws Exception {
    books.byHand(far.id(), "Coupon", key("C-1"));
    books.byHand(far.id(), "Coupon", key("C-1"));
    prepareCoupons(far, key("C-1"));
    far.process();

    SyncRecordRow record = far.record(PAPER, key("C-1"));
    assertThat(record.status()).isEqualTo(SyncStatus.FAILED);
    assertThat(record.lastMessage()).contains("2 documents already mean the same");
    assertThat(books.of(far.id())).hasSize(2);
  }

  @Test
  void a_counterpart_that_belongs_to_another_record_is_an_error() throws Exception {
    String byHand = books.byHand(far.id(), "Coupon", key("C-2"));
    prepareCoupons(far, key("C-1"), key("C-2"));
    SyncRecordRow owner = far.record(PAPER, key("C-1"));
    deeds.changePair(owner.id(), new DocumentId(key("C-1")), new DocumentId(byHand));
    far.process();

    SyncRecordRow record = far.record(PAPER, key("C-2"));
    assertThat(record.status()).isEqualTo(SyncStatus.FAILED);
    assertThat(record.lastMessage()).contains("belongs to record " + owner.id() + " already");
  }

  // --- prerequisites ---

  @Test
  void a_prerequisite_that_waits_itself_is_tried_first() throws Exception {
    near.stall().put(aCoupon("C-1", hour(1)));
    near.stall().put(aRedemption("R-1", "C-1", hour(2)));
    prepare(near);
    long redemption = near.record(REDEMPTION, "R-1").id();

    RunRow run = near.processOnly(redemption);

    assertThat(near.status(PAPER, "C-1")).isEqualTo(SyncStatus.PROCESSED);
    assertThat(near.status(REDEMPTION, "R-1")).isEqualTo(SyncStatus.PROCESSED);
    assertThat(run.processed()).isEqualTo(2);
    assertThat(run.selected()).as("the prerequisite counts too").isEqualTo(2);
  }

  @Test
  void a_record_waits_for_a_prerequisite_that_nobody_has_prepared() throws Exception {
    near.stall().put(aRedemption("R-1", "C-9", hour(2)));
    prepare(near);

    RunRow run = near.process();

    SyncRecordRow record = near.record(REDEMPTION, "R-1");
    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(record.status()).isEqualTo(SyncStatus.FAILED);
    assertThat(record.attempts()).isZero();
    assertThat(record.lastMessage())
        .isEqualTo("Waits for coupon C-9, which has not been prepared yet.");

    near.stall().put(aCoupon("C-9", LATELY));
    prepare(near);
    near.process();

    assertThat(near.status(REDEMPTION, "R-1")).isEqualTo(SyncStatus.PROCESSED);
  }

  @Test
  void a_prerequisite_is_tried_once_in_a_run_however_many_need_it() throws Exception {
    near.stall().put(aCoupon("C-1", hour(1), ""));
    near.stall().put(aRedemption("R-1", "C-1", hour(2)));
    near.stall().put(aRedemption("R-2", "C-1", hour(2)));
    prepare(near);

    RunRow run = near.process();

    assertThat(near.record(PAPER, "C-1").attempts()).isEqualTo(1);
    assertThat(near.records(REDEMPTION))
        .allSatisfy(
            record -> {
              assertThat(record.status()).isEqualTo(SyncStatus.FAILED);
              assertThat(record.attempts()).isZero();
              assertThat(record.lastMessage())
                  .isEqualTo("Waits for coupon C-1, which is not processed yet.");
            });
    assertThat(run.failed()).isEqualTo(3);
  }

  @Test
  void an_unattended_run_does_not_try_a_prerequisite_before_it_is_due() throws Exception {
    prepareCoupons(near, "C-1");
    near.stall().put(aCoupon("C-1", LATELY, ""));
    prepare(near);
    near.process();
    assertThat(near.record(PAPER, "C-1").attempts()).isEqualTo(1);
    near.stall().put(aRedemption("R-1", "C-1", LATELY));
    prepare(near);
    clock.advance(Duration.ofSeconds(30));

    near.processUnattended();

    assertThat(near.record(PAPER, "C-1").attempts()).isEqualTo(1);
    assertThat(near.status(REDEMPTION, "R-1")).isEqualTo(SyncStatus.FAILED);
  }

  @Test
  void a_prerequisite_that_was_written_once_is_enough_even_while_newer_content_of_it_waits()
      throws Exception {
    prepareCoupons(near, "C-1");
    near.process();
    near.stall().put(aCoupon("C-1", LATELY, "newer"));
    near.stall().put(aRedemption("R-1", "C-1", LATELY));
    prepare(near);

    near.processOnly(near.record(REDEMPTION, "R-1").id());

    assertThat(near.status(REDEMPTION, "R-1")).isEqualTo(SyncStatus.PROCESSED);
    assertThat(near.status(PAPER, "C-1")).isEqualTo(SyncStatus.PREPARED);
  }

  @Test
  void several_records_may_share_a_document_where_the_entity_says_so() throws Exception {
    near.stall().put(aCoupon("C-1", hour(1)));
    near.stall().put(aRedemption("R-1", "C-1", hour(2)));
    near.stall().put(aRedemption("R-2", "C-1", hour(2)));
    prepare(near);
    near.process();
    String shared = near.record(REDEMPTION, "R-1").localId();

    deeds.changePair(
        near.record(REDEMPTION, "R-2").id(), new DocumentId("R-2"), new DocumentId(shared));

    assertThat(near.record(REDEMPTION, "R-2").localId()).isEqualTo(shared);
  }

  // --- failures ---

  @Test
  void a_document_without_a_required_field_fails_with_what_is_missing() throws Exception {
    near.stall().put(aCoupon("C-1", hour(1), ""));
    prepare(near);
    near.process();

    SyncRecordRow record = near.record(PAPER, "C-1");
    assertThat(record.status()).isEqualTo(SyncStatus.FAILED);
    assertThat(record.attempts()).isEqualTo(1);
    assertThat(record.lastMessage()).isEqualTo("Coupon C-1 has no text.");
    assertThat(ledger.of(near.id())).isEmpty();
  }

  @Test
  void a_record_that_keeps_failing_is_aborted_at_the_maximum_and_then_left_alone()
      throws Exception {
    near.stall().put(aCoupon("C-1", hour(1), "forbidden"));
    prepare(near);

    assertThat(near.process().failed()).isEqualTo(1);
    assertThat(near.process().failed()).isEqualTo(1);
    assertThat(near.process().aborted()).isEqualTo(1);
    assertThat(near.process().selected()).isZero();

    SyncRecordRow record = near.record(PAPER, "C-1");
    assertThat(record.status()).isEqualTo(SyncStatus.ABORTED);
    assertThat(record.attempts()).isEqualTo(3);
    assertThat(record.lastOperation()).isEqualTo(SyncOperation.FAILED_TO_SAVE_LOCALLY);
    assertThat(list.attempts(record.id(), 10))
        .extracting(AttemptRow::status)
        .containsExactly(SyncStatus.ABORTED, SyncStatus.FAILED, SyncStatus.FAILED);
  }

  @Test
  void success_sets_the_attempts_back() throws Exception {
    prepareCoupons(far, key("C-1"));
    books.failFor(key("C-1"), new ConnectorFailure.Rejected("Not today."));
    far.process();
    assertThat(far.record(PAPER, key("C-1")).attempts()).isEqualTo(1);
    books.heal(key("C-1"));
    far.process();

    assertThat(far.record(PAPER, key("C-1")).attempts()).isZero();
    assertThat(far.status(PAPER, key("C-1"))).isEqualTo(SyncStatus.PROCESSED);
  }

  @Test
  void a_failing_record_harms_no_other() throws Exception {
    near.stall().put(aCoupon("C-1", hour(1)));
    near.stall().put(aCoupon("C-2", hour(1), "forbidden"));
    near.stall().put(aCoupon("C-3", hour(1)));
    prepare(near);

    RunRow run = near.process();

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.processed()).isEqualTo(2);
    assertThat(run.failed()).isEqualTo(1);
    assertThat(near.record(PAPER, "C-2").lastMessage()).contains("takes no document");
  }

  @Test
  void a_chunk_that_the_database_refuses_is_halved_until_the_bad_record_stands_alone()
      throws Exception {
    for (int number = 10; number < 60; number++) {
      near.stall().put(aCoupon("C-" + number, hour(1), number == 33 ? "poison" : "fine"));
    }
    near.stall().put(aCoupon("C-60", hour(1), "forbidden"));
    prepare(near);

    RunRow run = near.process();

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.processed()).isEqualTo(49);
    assertThat(run.failed()).isEqualTo(2);
    assertThat(near.status(PAPER, "C-33")).isEqualTo(SyncStatus.FAILED);
    assertThat(near.record(PAPER, "C-33").attempts()).isEqualTo(1);
    assertThat(near.status(PAPER, "C-60"))
        .as("found before the write")
        .isEqualTo(SyncStatus.FAILED);
    assertThat(near.record(PAPER, "C-60").attempts()).isEqualTo(1);
    assertThat(ledger.of(near.id())).hasSize(49).allMatch(entry -> entry.writes() == 1);
  }

  @Test
  void a_busy_destination_leaves_a_record_waiting_without_an_attempt() throws Exception {
    prepareCoupons(far, key("C-1"), key("C-2"));
    books.failFor(
        key("C-1"),
        new ConnectorFailure.RetryLater("The books are open.", Duration.ofSeconds(9), false, null));

    far.process();

    assertThat(far.status(PAPER, key("C-1"))).isEqualTo(SyncStatus.FAILED);
    assertThat(far.record(PAPER, key("C-1")).attempts()).isZero();
    assertThat(far.status(PAPER, key("C-2"))).isEqualTo(SyncStatus.PROCESSED);
  }

  @Test
  void a_run_whose_destination_is_down_fails_and_leaves_the_rest_as_it_was() throws Exception {
    String[] ids = new String[7];
    for (int number = 0; number < ids.length; number++) {
      ids[number] = key("C-" + number);
      books.failFor(
          ids[number],
          new ConnectorFailure.RetryLater("The books are gone.", Duration.ZERO, false, null));
    }
    prepareCoupons(far, ids);

    RunRow run = far.process();

    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.message()).isEqualTo("The books are gone.");
    assertThat(far.records(PAPER)).allMatch(record -> record.attempts() == 0);
    assertThat(statuses(far)).filteredOn(SyncStatus.FAILED::equals).hasSize(5);
    assertThat(statuses(far)).filteredOn(SyncStatus.PREPARED::equals).hasSize(2);
    assertThat(far.records(PAPER)).noneMatch(SyncRecordRow::inWork);
  }

  @Test
  void a_run_that_can_not_sign_in_at_the_destination_fails_and_leaves_the_queue_as_it_was()
      throws Exception {
    prepareCoupons(far, key("C-1"), key("C-2"));
    books.failFor(key("C-1"), new ConnectorFailure.SignInLost("The books are locked."));

    RunRow run = far.process();

    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.message()).isEqualTo("The books are locked.");
    assertThat(statuses(far)).containsOnly(SyncStatus.PREPARED);
    assertThat(far.records(PAPER)).noneMatch(SyncRecordRow::inWork);
    assertThat(claims.remaining(run.id())).isZero();

    books.heal(key("C-1"));
    assertThat(far.process().processed()).isEqualTo(2);
  }

  @Test
  void a_run_without_quota_at_the_destination_waits_and_goes_on_with_what_is_left()
      throws Exception {
    prepareCoupons(far, key("C-1"), key("C-2"), key("C-3"));
    books.failFor(key("C-2"), new ConnectorFailure.QuotaUsedUp("No ink.", Duration.ofMinutes(30)));
    long run = far.startProcess();
    RunRow waiting = far.awaitRun(run, row -> row.waitingFor() != null);

    assertThat(waiting.processed()).isEqualTo(1);
    assertThat(far.records(PAPER)).noneMatch(SyncRecordRow::inWork);
    books.heal(key("C-2"));
    clock.advance(Duration.ofMinutes(30));

    assertThat(far.awaitEnd(run).processed()).isEqualTo(3);
    assertThat(books.written()).filteredOn(key("C-1")::equals).hasSize(1);
  }

  // --- the set of a run ---

  @Test
  void an_unattended_run_waits_for_the_back_off_and_a_person_does_not() throws Exception {
    near.stall().put(aCoupon("C-1", hour(1), ""));
    prepare(near);
    near.process();

    assertThat(near.processUnattended().selected()).isZero();
    clock.advance(Duration.ofMinutes(1));
    assertThat(near.processUnattended().selected()).isEqualTo(1);
    assertThat(near.processUnattended().selected()).isZero();
    assertThat(near.process().selected()).isEqualTo(1);
  }

  @Test
  void with_a_limit_the_rest_is_loaded_after_and_failing_rows_do_not_block_it() throws Exception {
    near.stall().put(aCoupon("C-1", hour(1), "forbidden"));
    near.stall().put(aCoupon("C-2", hour(1), "forbidden"));
    for (int number = 3; number <= 6; number++) {
      near.stall().put(aCoupon("C-" + number, hour(1)));
    }
    prepare(near);
    Instant passBegan = clock.instant();
    RecordFilter pass = ExtensionStore.ready().withNotAttemptedSince(passBegan);

    assertThat(near.processFirst(pass, 2).failed()).isEqualTo(2);
    assertThat(near.processFirst(pass, 2).processed()).isEqualTo(2);
    assertThat(near.processFirst(pass, 2).processed()).isEqualTo(2);
    assertThat(near.processFirst(pass, 2).selected()).isZero();
    assertThat(list.count(ExtensionStore.ready().withStore(near.id())).counted()).isEqualTo(2);
  }

  @Test
  void what_was_never_attempted_is_loaded_before_what_failed() throws Exception {
    near.stall().put(aCoupon("C-1", hour(1), "forbidden"));
    prepare(near);
    near.process();
    prepareCoupons(near, "C-2");

    near.process(1);

    assertThat(near.status(PAPER, "C-2")).isEqualTo(SyncStatus.PROCESSED);
    assertThat(near.record(PAPER, "C-1").attempts()).isEqualTo(1);
  }

  @Test
  void an_entity_that_is_switched_off_takes_no_part() throws Exception {
    prepareCoupons(near, "C-1");
    near.switchOff(PAPER);

    assertThat(near.process().selected()).isZero();
  }

  @Test
  void a_record_that_another_run_holds_is_passed_over_and_counted() throws Exception {
    prepareCoupons(far, key("C-1"), key("C-2"));
    Gate gate = books.hold(key("C-1"));
    long first = far.startProcess();
    gate.awaitArrival();

    RunRow second = far.process();

    assertThat(second.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(second.passedOver()).isEqualTo(2);
    gate.open();
    assertThat(far.awaitEnd(first).processed()).isEqualTo(2);
    assertThat(books.of(far.id())).hasSize(2);
  }

  @Test
  void a_record_that_is_skipped_while_it_waits_for_its_turn_is_passed_over_and_counted()
      throws Exception {
    int inTheThirdChunk = 2 * Processor.CHUNK;
    for (int number = 0; number <= inTheThirdChunk; number++) {
      far.stall().put(aCoupon(numbered(number), hour(1)));
    }
    prepare(far);
    Gate inTheFirstChunk = books.hold(numbered(0));
    Gate inTheSecondChunk = books.hold(numbered(Processor.CHUNK));
    long run = far.startProcess();
    inTheFirstChunk.awaitArrival();
    inTheSecondChunk.awaitArrival();
    far.skip(far.record(PAPER, numbered(inTheThirdChunk)));
    inTheFirstChunk.open();
    inTheSecondChunk.open();

    RunRow ended = far.awaitEnd(run);

    assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(ended.processed()).isEqualTo(inTheThirdChunk);
    assertThat(ended.passedOver()).isEqualTo(1);
    assertThat(ended.remaining()).isZero();
    assertThat(far.status(PAPER, numbered(inTheThirdChunk))).isEqualTo(SyncStatus.SKIPPED);
    assertThat(books.of(far.id())).hasSize(inTheThirdChunk);
  }

  @Test
  void a_record_that_fails_in_another_run_meanwhile_is_not_tried_unattended_before_it_is_due()
      throws Exception {
    int inTheThirdChunk = 2 * Processor.CHUNK;
    for (int number = 0; number < inTheThirdChunk; number++) {
      far.stall().put(aCoupon(numbered(number), hour(1)));
    }
    far.stall().put(aCoupon(numbered(inTheThirdChunk), hour(1), ""));
    prepare(far);
    Gate inTheFirstChunk = books.hold(numbered(0));
    Gate inTheSecondChunk = books.hold(numbered(Processor.CHUNK));
    long run = far.startProcessUnattended();
    inTheFirstChunk.awaitArrival();
    inTheSecondChunk.awaitArrival();
    far.processOnly(far.record(PAPER, numbered(inTheThirdChunk)).id());
    inTheFirstChunk.open();
    inTheSecondChunk.open();

    RunRow ended = far.awaitEnd(run);

    assertThat(ended.processed()).isEqualTo(inTheThirdChunk);
    assertThat(ended.passedOver()).isEqualTo(1);
    assertThat(far.record(PAPER, numbered(inTheThirdChunk)).attempts()).isEqualTo(1);
  }

  @Test
  void a_stopped_run_ends_after_the_record_in_work_and_leaves_the_rest_in_the_queue()
      throws Exception {
    prepareCoupons(far, key("C-1"), key("C-2"));
    Gate gate = books.hold(key("C-1"));
    long run = far.startProcess();
    gate.awaitArrival();
    far.stop(run);
    gate.open();

    RunRow ended = far.awaitEnd(run);
    assertThat(ended.state()).isEqualTo(RunState.STOPPED);
    assertThat(ended.processed()).isEqualTo(1);
    assertThat(far.status(PAPER, key("C-2"))).isEqualTo(SyncStatus.PREPARED);
    assertThat(far.record(PAPER, key("C-2")).inWork()).isFalse();
    assertThat(claims.remaining(run)).isZero();
  }

  // --- at the same time ---

  @Test
  void a_record_that_changes_while_it_is_processed_ends_prepared_and_nothing_is_lost()
      throws Exception {
    prepareCoupons(far, key("C-1"));
    Gate gate = books.hold(key("C-1"));
    long run = far.startProcess();
    gate.awaitArrival();
    far.stall().put(aCoupon(key("C-1"), LATELY, "newer"));
    far.prepare(INCREMENTAL, PAPER);
    gate.open();
    far.awaitEnd(run);

    SyncRecordRow record = far.record(PAPER, key("C-1"));
    assertThat(record.status()).isEqualTo(SyncStatus.PREPARED);
    assertThat(record.localId()).isNotNull();

    far.process();
    assertThat(far.status(PAPER, key("C-1"))).isEqualTo(SyncStatus.PROCESSED);
    assertThat(books.of(far.id())).extracting(FarBooks.Page::content).containsExactly("newer");
  }

  @Test
  void another_worker_goes_on_when_the_first_is_lost_and_the_lost_one_counts_nothing()
      throws Exception {
    prepareCoupons(far, key("C-1"), key("C-2"));
    Gate gate = books.hold(key("C-1"));
    long run = far.startProcess();
    gate.awaitArrival();
    far.sql(
        "update run_worker set lease_until = current_timestamp - interval '1' second"
            + " where run_id = "
            + run);
    far.sql(
        "update record_claim set claim_until = current_timestamp - interval '1' second"
            + " where claim like '"
            + run
            + ":%'");

    RunRow ended = far.awaitEnd(run);
    gate.open();

    assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(ended.processed()).isEqualTo(2);
    Awaitility.await("the lost worker changes nothing")
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(10))
        .until(() -> far.run(run).equals(ended));
    assertThat(books.of(far.id())).hasSize(2);
    assertThat(list.attempts(far.record(PAPER, key("C-1")).id(), 10)).hasSize(1);
  }

  @Test
  void two_workers_share_a_long_run_and_each_record_is_processed_once() throws Exception {
    int records = Processor.CHUNK + 50;
    for (int number = 0; number < records; number++) {
      far.stall().put(aCoupon(numbered(number), hour(1)));
    }
    prepare(far);
    Gate inTheFirstChunk = books.hold(numbered(0));
    Gate inTheSecondChunk = books.hold(numbered(Processor.CHUNK));
    long run = far.startProcess();
    inTheFirstChunk.awaitArrival();
    inTheSecondChunk.awaitArrival();
    inTheFirstChunk.open();
    inTheSecondChunk.open();

    RunRow ended = far.awaitEnd(run);

    assertThat(ended.processed()).isEqualTo(records);
    assertThat(ended.passedOver()).isZero();
    assertThat(books.of(far.id())).hasSize(records);
    assertThat(books.written()).filteredOn(one -> one.endsWith("-" + far.id())).hasSize(records);
  }

  private String numbered(int number) {
    return key("C-%04d".formatted(number));
  }

  // --- forced ---

  @Test
  void a_forced_sync_reads_a_processed_record_again_and_writes_what_the_source_has_now()
      throws Exception {
    prepareCoupons(near, "C-1");
    near.process();
    near.stall().put(aCoupon("C-1", hour(5), "newer"));

    near.sync(near.record(PAPER, "C-1"));

    assertThat(near.stall().reads()).containsExactly(new DocumentId("C-1"));
    assertThat(near.status(PAPER, "C-1")).isEqualTo(SyncStatus.PROCESSED);
    assertThat(near.record(PAPER, "C-1").lastOperation()).isEqualTo(SyncOperation.UPDATED_LOCALLY);
    assertThat(ledger.of(near.id())).hasSize(1);
    assertThat(ledger.of(near.id()).get(0).content()).startsWith("newer");
  }

  @Test
  void a_forced_sync_of_what_is_right_already_writes_nothing() throws Exception {
    prepareCoupons(near, "C-1");
    near.process();

    near.sync(near.record(PAPER, "C-1"));

    assertThat(near.record(PAPER, "C-1").lastOperation()).isEqualTo(SyncOperation.SYNC_NOT_NEEDED);
    assertThat(ledger.of(near.id()).get(0).writes()).isEqualTo(1);
  }

  @Test
  void a_forced_sync_takes_a_skipped_record_too() throws Exception {
    prepareCoupons(near, "C-1");
    near.skip(near.record(PAPER, "C-1"));

    near.sync(near.record(PAPER, "C-1"));

    assertThat(near.status(PAPER, "C-1")).isEqualTo(SyncStatus.PROCESSED);
  }

  @Test
  void a_forced_sync_of_an_unreadable_record_reads_it_again() throws Exception {
    near.stall().putUnreadable(Coupon.class, "C-1", hour(1), "Torn.");
    prepare(near);
    near.stall().put(aCoupon("C-1", hour(1)));

    near.sync(near.record(PAPER, "C-1"));

    assertThat(near.status(PAPER, "C-1")).isEqualTo(SyncStatus.PROCESSED);
  }

  @Test
  void a_forced_sync_of_what_is_gone_at_the_source_makes_the_record_deleted() throws Exception {
    prepareCoupons(near, "C-1");
    near.process();
    near.stall().remove(Coupon.class, "C-1");

    near.sync(near.record(PAPER, "C-1"));

    SyncRecordRow record = near.record(PAPER, "C-1");
    assertThat(record.status()).isEqualTo(SyncStatus.DELETED);
    assertThat(record.lastOperation()).isEqualTo(SyncOperation.NOT_FOUND);
    assertThat(record.lastMessage()).startsWith("C-1 is no longer there");
  }

  @Test
  void a_forced_sync_never_overrides_a_rule_of_the_entity() throws Exception {
    prepareCoupons(near, "C-1");
    near.stall().put(aDraft("C-1", hour(2)));

    near.sync(near.record(PAPER, "C-1"));

    assertThat(near.status(PAPER, "C-1")).isEqualTo(SyncStatus.FILTERED);
    assertThat(near.record(PAPER, "C-1").lastMessage())
        .isEqualTo("Only a draft at the marketplace.");
    assertThat(ledger.of(near.id())).isEmpty();
  }

  @Test
  void a_forced_sync_without_quota_keeps_what_it_has_read_and_goes_on_with_the_rest()
      throws Exception {
    prepareCoupons(near, "C-1", "C-2", "C-3");
    near.process();
    near.stall()
        .failReadsAfter(2, new ConnectorFailure.QuotaUsedUp("No quota.", Duration.ofHours(1)));
    long run = near.startSync(near.records(PAPER));
    RunRow waiting = near.awaitRun(run, row -> row.waitingFor() != null);

    assertThat(waiting.processed()).isEqualTo(2);
    near.stall().healReads();
    clock.advance(Duration.ofHours(1));

    assertThat(near.awaitEnd(run).processed()).isEqualTo(3);
    assertThat(near.stall().reads()).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void a_record_whose_payload_was_purged_is_read_again() throws Exception {
    prepareCoupons(near, "C-1");
    near.sql("delete from sync_payload where record_id = " + near.record(PAPER, "C-1").id());

    near.process();

    assertThat(near.status(PAPER, "C-1")).isEqualTo(SyncStatus.PROCESSED);
    assertThat(near.stall().reads()).hasSize(1);
  }

  // --- the log ---

  @Test
  void every_attempt_leaves_a_line_in_the_log() throws Exception {
    near.stall().put(aCoupon("C-1", hour(1), "forbidden"));
    prepare(near);
    RunRow run = near.process();

    List<AttemptRow> attempts = list.attempts(near.record(PAPER, "C-1").id(), 10);

    assertThat(attempts).hasSize(1);
    assertThat(attempts.get(0).runId()).isEqualTo(run.id());
    assertThat(attempts.get(0).node()).isNotBlank();
    assertThat(attempts.get(0).errorClass()).isEqualTo("Rejected");
    assertThat(attempts.get(0).message()).contains("takes no document");
    assertThat(list.count(RecordFilter.all().withRun(run.id())).counted()).isEqualTo(1);
  }
}
