package org.storesync.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.extension.ExtensionStore.DIGITAL;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.ExtensionStore.REDEMPTION;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;
import static org.storesync.extension.coupon.CouponFixture.aDigitalCoupon;
import static org.storesync.kind.PrepareMode.FULL;
import static org.storesync.kind.PrepareMode.INCREMENTAL;
import static org.storesync.kind.PrepareMode.INCREMENTAL_BY_DATE;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.connector.ConnectorFailure;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.extension.bazaar.Gate;
import org.storesync.extension.bazaar.Stall;
import org.storesync.extension.coupon.Coupon;
import org.storesync.kind.DateRange;
import org.storesync.kind.PrepareMode;
import org.storesync.platform.time.TestClock;
import org.storesync.record.SyncRecordRow;
import org.storesync.record.SyncStatus;
import org.storesync.run.RunRow;
import org.storesync.run.RunState;

/** Stage 1 in the server, against a marketplace that can be held and disturbed. */
@ArquillianTest
class PreparerIT {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant UPPER_BOUND = NOON.minus(Stall.LAG);

  @Inject private ExtensionStores stores;
  @Inject private PreparePlanner planner;
  @Inject private TestClock clock;

  private ExtensionStore store;

  @BeforeEach
  void a_store_at_noon_whose_marketplace_shows_two_coupons_a_page() {
    clock.setTo(NOON);
    store = stores.withLedger();
    store.stall().pagesOf(2);
  }

  @AfterEach
  void the_clock_runs_again() {
    clock.reset();
  }

  private static Instant hour(int number) {
    return NOON.minus(Duration.ofDays(2)).plus(Duration.ofHours(number));
  }

  private void paperCoupons(int count) {
    for (int number = 1; number <= count; number++) {
      store.stall().put(aCoupon("P-" + number, hour(number)));
    }
  }

  private List<String> cursors() {
    return store.stall().calls().stream().map(Stall.Call::cursor).toList();
  }

  private RunRow prepare(PrepareMode mode) throws PrepareRefused {
    return store.prepare(mode, PAPER).get(0);
  }

  private long start(PrepareMode mode) throws PrepareRefused {
    return store.startPrepare(mode, DateRange.open(), PAPER).get(0);
  }

  private void assertEachCouponOnce(int count) {
    assertThat(store.records(PAPER))
        .extracting(SyncRecordRow::externalId)
        .doesNotHaveDuplicates()
        .hasSize(count);
  }

  // --- pages ---

  @Test
  void each_page_is_stored_together_with_the_checkpoint() throws Exception {
    paperCoupons(5);
    Gate thirdCall = store.stall().holdCall(3);
    long run = start(INCREMENTAL);
    thirdCall.awaitArrival();

    assertThat(store.records(PAPER)).hasSize(4);
    assertThat(store.run(run).pages()).isEqualTo(2);
    assertThat(store.run(run).fetched()).isEqualTo(4);
    assertThat(store.number("select count(*) from run where cursor_token = '0:4' and id = " + run))
        .isEqualTo(1);

    thirdCall.open();
    RunRow ended = store.awaitEnd(run);
    assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(ended.fetched()).isEqualTo(5);
    assertThat(ended.prepared()).isEqualTo(5);
    assertThat(ended.calls()).isEqualTo(3);
    assertThat(store.entity(PAPER).baseline()).isEqualTo(UPPER_BOUND);
    assertEachCouponOnce(5);
  }

  @Test
  void the_first_preparation_says_before_and_after_that_full_is_used() throws Exception {
    paperCoupons(1);
    PreparePreview preview =
        planner.preview(
            store.entity(PAPER).id(),
            INCREMENTAL,
            DateRange.open(),
            Locale.ENGLISH,
            ZoneOffset.UTC);

    assertThat(preview.replaced()).isTrue();
    assertThat(preview.mode()).isEqualTo(FULL);
    assertThat(preview.from()).isEqualTo(Stall.EARLIEST);
    assertThat(preview.documentsPerCall()).isEqualTo(2);
    assertThat(preview.documentsAtOnce()).isEqualTo(10);
    assertThat(preview.documentsPerHour()).isEqualTo(7200);
    assertThat(prepare(INCREMENTAL).modeReplaced()).isTrue();
  }

  @Test
  void a_second_incremental_finds_only_what_is_new() throws Exception {
    paperCoupons(3);
    prepare(INCREMENTAL);
    store.process();
    clock.advance(Duration.ofHours(1));
    store.stall().put(aCoupon("P-new", NOON.plus(Duration.ofMinutes(30))));

    RunRow second = prepare(INCREMENTAL);

    assertThat(second.effectiveMode()).isEqualTo(INCREMENTAL);
    assertThat(second.fetched()).isEqualTo(1);
    assertThat(store.status(PAPER, "P-new")).isEqualTo(SyncStatus.PREPARED);
    assertThat(store.status(PAPER, "P-1")).isEqualTo(SyncStatus.PROCESSED);
  }

  @Test
  void entities_that_share_a_source_are_read_once_and_the_documents_are_dealt_out()
      throws Exception {
    paperCoupons(3);
    store.stall().put(aDigitalCoupon("D-1", hour(1)));

    List<RunRow> runs = store.prepare(INCREMENTAL, PAPER, DIGITAL);

    assertThat(runs).extracting(RunRow::state).containsOnly(RunState.SUCCEEDED);
    assertThat(runs).extracting(RunRow::fetched).containsExactly(3, 1);
    assertThat(store.stall().calls()).hasSize(2);
    assertThat(runs).as("calls are counted once").extracting(RunRow::calls).containsExactly(2, 0);
    assertThat(runs).extracting(RunRow::groupId).containsOnly(runs.get(0).groupId());
    assertThat(store.records(PAPER)).hasSize(3);
    assertThat(store.records(DIGITAL)).hasSize(1);
    assertThat(store.entity(DIGITAL).baseline()).isEqualTo(UPPER_BOUND);
  }

  @Test
  void a_shared_read_goes_over_the_union_of_the_windows_and_each_takes_its_own() throws Exception {
    prepare(INCREMENTAL);
    store.stall().put(aCoupon("P-before-the-baseline", hour(1)));
    store.stall().put(aDigitalCoupon("D-1", hour(1)));

    List<RunRow> runs = store.prepare(INCREMENTAL, PAPER, DIGITAL);

    assertThat(runs).extracting(RunRow::effectiveMode).containsExactly(INCREMENTAL, FULL);
    assertThat(store.stall().calls().get(1).window().from()).isEqualTo(Stall.EARLIEST);
    assertThat(store.records(PAPER)).isEmpty();
    assertThat(store.records(DIGITAL)).hasSize(1);
  }

  @Test
  void a_document_on_two_pages_becomes_one_record() throws Exception {
    paperCoupons(4);
    store.stall().alsoOnPage(2, aCoupon("P-1", hour(1)));

    prepare(INCREMENTAL);

    assertEachCouponOnce(4);
  }

  @Test
  void a_document_twice_on_one_page_becomes_one_record_with_the_newer_content() throws Exception {
    paperCoupons(1);
    store.stall().alsoOnPage(1, aCoupon("P-1", hour(5), "newer"));

    prepare(INCREMENTAL);

    assertEachCouponOnce(1);
    assertThat(store.record(PAPER, "P-1").description()).isEqualTo("Coupon newer");
  }

  @Test
  void older_content_on_a_later_page_never_replaces_newer_content() throws Exception {
    paperCoupons(4);
    store.stall().put(aCoupon("P-1", hour(1), "newer"));
    store.stall().alsoOnPage(2, aCoupon("P-1", hour(0), "older"));

    prepare(INCREMENTAL);

    assertThat(store.record(PAPER, "P-1").description()).isEqualTo("Coupon newer");
  }

  @Test
  void a_document_that_can_not_be_read_becomes_invalid_and_the_rest_goes_on() throws Exception {
    paperCoupons(3);
    store.stall().putUnreadable(Coupon.class, "P-torn", hour(1), "The value is no number.");

    RunRow run = prepare(INCREMENTAL);

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.invalid()).isEqualTo(1);
    assertThat(run.prepared()).isEqualTo(3);
    SyncRecordRow torn = store.record(PAPER, "P-torn");
    assertThat(torn.status()).isEqualTo(SyncStatus.INVALID);
    assertThat(torn.lastMessage()).isEqualTo("The value is no number.");
  }

  @Test
  void an_unreadable_document_is_recorded_by_the_entity_that_knows_it() throws Exception {
    store.stall().put(aDigitalCoupon("D-1", hour(1)));
    store.prepare(INCREMENTAL, PAPER, DIGITAL);
    store.stall().putUnreadable(Coupon.class, "D-1", hour(2), "Torn.");

    store.prepare(FULL, PAPER, DIGITAL);

    assertThat(store.status(DIGITAL, "D-1")).isEqualTo(SyncStatus.INVALID);
    assertThat(store.records(PAPER)).isEmpty();
  }

  @Test
  void a_document_that_can_be_read_at_last_belongs_to_its_own_entity_alone() throws Exception {
    store.stall().putUnreadable(Coupon.class, "D-1", hour(1), "Torn.");
    store.prepare(INCREMENTAL, PAPER, DIGITAL);
    assertThat(store.status(PAPER, "D-1")).isEqualTo(SyncStatus.INVALID);
    store.stall().put(aDigitalCoupon("D-1", hour(2)));

    store.prepare(FULL, PAPER, DIGITAL);

    assertThat(store.records(PAPER)).isEmpty();
    assertThat(store.status(DIGITAL, "D-1")).isEqualTo(SyncStatus.PREPARED);
  }

  // --- failures ---

  @Test
  void a_failed_run_keeps_the_baseline_and_its_pages_and_shows_its_error_until_the_next_success()
      throws Exception {
    paperCoupons(5);
    store.stall().failOnCall(2, new ConnectorFailure.SignInLost("The stall is closed for you."));

    RunRow failed = prepare(INCREMENTAL);

    assertThat(failed.state()).isEqualTo(RunState.FAILED);
    assertThat(failed.message()).isEqualTo("The stall is closed for you.");
    assertThat(store.records(PAPER)).hasSize(2);
    assertThat(store.entity(PAPER).baseline()).isNull();
    assertThat(store.entity(PAPER).lastError()).isEqualTo("The stall is closed for you.");

    assertThat(prepare(INCREMENTAL).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(store.entity(PAPER).lastError()).isNull();
    assertEachCouponOnce(5);
  }

  @Test
  void a_defect_of_a_source_fails_the_run_and_shows_as_last_error() throws Exception {
    paperCoupons(1);
    store.stall().breakOnCall(1, new IllegalStateException("a defect"));

    RunRow failed = prepare(INCREMENTAL);

    assertThat(failed.state()).isEqualTo(RunState.FAILED);
    assertThat(store.entity(PAPER).lastError()).contains("error in this program");
  }

  @Test
  void the_next_run_after_a_failure_goes_on_at_the_checkpoint() throws Exception {
    paperCoupons(5);
    store.stall().failOnCall(2, new ConnectorFailure.Misconfigured("Away."));
    RunRow failed = prepare(INCREMENTAL);
    clock.advance(Duration.ofHours(1));

    RunRow next = prepare(INCREMENTAL);

    assertThat(next.continuesRun()).isEqualTo(failed.id());
    assertThat(cursors()).containsExactly("", "0:2", "0:2", "0:4");
    assertEachCouponOnce(5);
    assertThat(store.entity(PAPER).baseline())
        .as("read without a gap up to the upper bound of the run that began")
        .isEqualTo(UPPER_BOUND);
  }

  @Test
  void a_stopped_run_moves_nothing_leaves_what_it_stored_and_is_gone_on_with() throws Exception {
    paperCoupons(5);
    Gate secondCall = store.stall().holdCall(2);
    long run = start(INCREMENTAL);
    secondCall.awaitArrival();
    store.stop(run);
    secondCall.open();

    assertThat(store.awaitEnd(run).state()).isEqualTo(RunState.STOPPED);
    assertThat(store.entity(PAPER).baseline()).isNull();
    assertThat(store.entity(PAPER).lastError()).isNull();
    assertThat(store.records(PAPER)).hasSize(4);

    assertThat(prepare(INCREMENTAL).continuesRun()).isEqualTo(run);
    assertThat(cursors()).containsExactly("", "0:2", "0:4");
    assertEachCouponOnce(5);
    assertThat(store.entity(PAPER).baseline()).isEqualTo(UPPER_BOUND);
  }

  @Test
  void a_shared_read_that_was_cut_off_at_one_place_for_all_is_gone_on_with_there()
      throws Exception {
    paperCoupons(5);
    Gate secondCall = store.stall().holdCall(2);
    List<Long> runs = store.startPrepare(INCREMENTAL, DateRange.open(), PAPER, DIGITAL);
    secondCall.awaitArrival();
    store.stop(runs.get(0));
    store.stall().failOnCall(1, new ConnectorFailure.Misconfigured("Away."));
    secondCall.open();

    assertThat(store.awaitEnd(runs.get(0)).state()).isEqualTo(RunState.STOPPED);
    assertThat(store.awaitEnd(runs.get(1)).state()).isEqualTo(RunState.FAILED);
    int before = store.stall().calls().size();
    List<RunRow> next = store.prepare(INCREMENTAL, PAPER, DIGITAL);

    assertThat(next).extracting(RunRow::state).containsOnly(RunState.SUCCEEDED);
    assertThat(cursors().subList(before, cursors().size())).startsWith("0:4");
    assertEachCouponOnce(5);
  }

  @Test
  void a_shared_read_that_went_on_after_one_run_was_stopped_is_read_anew_so_that_nothing_is_lost()
      throws Exception {
    paperCoupons(7);
    Gate secondCall = store.stall().holdCall(2);
    List<Long> runs = store.startPrepare(INCREMENTAL, DateRange.open(), PAPER, DIGITAL);
    secondCall.awaitArrival();
    store.stop(runs.get(0));
    store.stall().failOnCall(2, new ConnectorFailure.Misconfigured("Away."));
    secondCall.open();

    assertThat(store.awaitEnd(runs.get(0)).pages()).isEqualTo(2);
    assertThat(store.awaitEnd(runs.get(1)).pages()).isEqualTo(3);
    int before = store.stall().calls().size();
    List<RunRow> next = store.prepare(INCREMENTAL, PAPER, DIGITAL);

    assertThat(next).extracting(RunRow::continuesRun).containsOnlyNulls();
    assertThat(cursors().subList(before, cursors().size())).startsWith("");
    assertEachCouponOnce(7);
  }

  @Test
  void the_next_run_reads_the_window_anew_when_the_cursor_has_outlived_itself() throws Exception {
    paperCoupons(5);
    store.stall().failOnCall(2, new ConnectorFailure.Misconfigured("Away."));
    prepare(INCREMENTAL);
    clock.advance(Stall.CURSOR_LIFETIME);

    RunRow next = prepare(INCREMENTAL);

    assertThat(next.continuesRun()).isNull();
    assertThat(cursors()).containsExactly("", "0:2", "", "0:2", "0:4");
    assertEachCouponOnce(5);
  }

  @Test
  void the_next_run_reads_anew_when_it_is_of_another_mode() throws Exception {
    paperCoupons(5);
    store.stall().failOnCall(2, new ConnectorFailure.Misconfigured("Away."));
    prepare(INCREMENTAL);

    assertThat(prepare(FULL).continuesRun()).isNull();
  }

  @Test
  void an_expired_cursor_restarts_the_window() throws Exception {
    paperCoupons(5);
    Gate secondCall = store.stall().holdCall(2);
    long run = start(INCREMENTAL);
    secondCall.awaitArrival();
    store.stall().expireCursors();
    secondCall.open();

    RunRow ended = store.awaitEnd(run);

    assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(ended.message()).contains("read again from its beginning");
    assertThat(cursors()).containsExactly("", "0:2", "", "1:2", "1:4");
    assertEachCouponOnce(5);
  }

  @Test
  void a_run_without_quota_waits_gives_its_worker_back_and_goes_on() throws Exception {
    paperCoupons(5);
    store
        .stall()
        .failOnCall(2, new ConnectorFailure.QuotaUsedUp("No quota left.", Duration.ofHours(1)));
    long run = start(INCREMENTAL);
    RunRow waiting = store.awaitRun(run, row -> row.waitingFor() != null);

    assertThat(waiting.waitingFor()).isEqualTo("No quota left.");
    assertThat(waiting.dueAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    assertThat(waiting.state()).isEqualTo(RunState.RUNNING);
    store.awaitNumber("select count(*) from run_worker where run_id = " + run, 0);

    clock.advance(Duration.ofHours(1));

    assertThat(store.awaitEnd(run).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(cursors()).containsExactly("", "0:2", "0:2", "0:4");
    assertEachCouponOnce(5);
  }

  @Test
  void a_run_that_waits_for_quota_is_stopped_at_once() throws Exception {
    paperCoupons(5);
    store
        .stall()
        .failOnCall(2, new ConnectorFailure.QuotaUsedUp("No quota left.", Duration.ofHours(1)));
    long run = start(INCREMENTAL);
    store.awaitRun(run, row -> row.waitingFor() != null);
    store.stop(run);

    assertThat(store.awaitEnd(run).state()).isEqualTo(RunState.STOPPED);
    assertThat(store.stall().calls()).hasSize(2);
  }

  @Test
  void a_busy_source_is_asked_again_later() throws Exception {
    paperCoupons(1);
    store.stall().failOnCall(1, busy());
    long run = start(INCREMENTAL);
    store.awaitRun(run, row -> row.waitingFor() != null);
    clock.advance(Duration.ofSeconds(5));

    assertThat(store.awaitEnd(run).state()).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void a_source_that_stays_busy_fails_the_run_in_the_end() throws Exception {
    paperCoupons(1);
    for (int call = 1; call <= 6; call++) {
      store.stall().failOnCall(call, busy());
    }
    long run = start(INCREMENTAL);
    for (int call = 1; call <= 5; call++) {
      int calls = call;
      store.awaitRun(
          run,
          row -> store.stall().calls().size() == calls && row.dueAt().isAfter(clock.instant()));
      clock.advance(Duration.ofSeconds(10));
    }

    assertThat(store.awaitEnd(run).state()).isEqualTo(RunState.FAILED);
    assertThat(store.entity(PAPER).lastError()).isEqualTo("The stall is busy.");
  }

  private static ConnectorFailure busy() {
    return new ConnectorFailure.RetryLater(
        "The stall is busy.", Duration.ofSeconds(5), false, null);
  }

  // --- workers ---

  @Test
  void another_worker_goes_on_at_the_checkpoint_and_the_lost_one_commits_nothing()
      throws Exception {
    paperCoupons(5);
    Gate secondCall = store.stall().holdCall(2);
    long run = start(INCREMENTAL);
    secondCall.awaitArrival();
    store.sql(
        "update run_worker set lease_until = current_timestamp - interval '1' second"
            + " where run_id = "
            + run);

    RunRow ended = store.awaitEnd(run);
    assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(cursors()).containsExactly("", "0:2", "0:2", "0:4");
    secondCall.open();

    assertThat(ended.fetched()).isEqualTo(5);
    Awaitility.await("the lost worker changes nothing")
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(10))
        .until(() -> store.run(run).equals(ended));
    assertEachCouponOnce(5);
  }

  // --- requests ---

  @Test
  void asking_for_the_same_again_answers_the_run_that_works() throws Exception {
    paperCoupons(1);
    Gate firstCall = store.stall().holdCall(1);
    long run = start(INCREMENTAL);
    firstCall.awaitArrival();

    assertThat(start(INCREMENTAL)).isEqualTo(run);
    assertThat(store.startPrepareAndProcess(INCREMENTAL, PAPER)).containsExactly(run);
    firstCall.open();
    store.awaitEnd(run);

    assertThat(store.stall().calls()).hasSize(1);
    store.awaitRecord(PAPER, "P-1", SyncStatus.PROCESSED);
  }

  @Test
  void asking_for_another_queues_it_behind_the_one_that_works() throws Exception {
    paperCoupons(1);
    Gate firstCall = store.stall().holdCall(1);
    long first = start(INCREMENTAL);
    firstCall.awaitArrival();
    long second = start(FULL);

    assertThat(second).isNotEqualTo(first);
    assertThat(store.run(second).state()).isEqualTo(RunState.QUEUED);
    firstCall.open();
    RunRow firstEnded = store.awaitEnd(first);
    RunRow secondEnded = store.awaitEnd(second);

    assertThat(secondEnded.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(secondEnded.startedAt()).isAfterOrEqualTo(firstEnded.finishedAt());
    assertThat(store.stall().calls()).hasSize(2);
  }

  @Test
  void a_queued_run_is_stopped_at_once() throws Exception {
    Gate firstCall = store.stall().holdCall(1);
    long first = start(INCREMENTAL);
    firstCall.awaitArrival();
    long second = start(FULL);

    store.stop(second);

    assertThat(store.run(second).state()).isEqualTo(RunState.STOPPED);
    firstCall.open();
    store.awaitEnd(first);
  }

  @Test
  void processing_follows_each_entity_of_which_something_is_ready() throws Exception {
    paperCoupons(3);
    List<Long> runs = store.startPrepareAndProcess(INCREMENTAL, PAPER, REDEMPTION);
    runs.forEach(store::awaitEnd);

    store.awaitRecord(PAPER, "P-3", SyncStatus.PROCESSED);
    assertThat(
            store.number(
                "select count(*) from run where kind = 'PROCESS' and group_id = "
                    + store.run(runs.get(0)).groupId()))
        .isEqualTo(1);
  }

  @Test
  void what_has_failed_is_tried_again_at_once_for_a_person_who_prepares_and_processes()
      throws Exception {
    store.stall().put(aCoupon("P-1", hour(1), "forbidden"));
    for (int attempt = 1; attempt <= 2; attempt++) {
      store.startPrepareAndProcess(INCREMENTAL, PAPER).forEach(store::awaitEnd);
      store.awaitNumber(
          "select attempts from sync_record where external_id = 'P-1' and store_entity_id = "
              + store.entity(PAPER).id(),
          attempt);
    }
  }

  @Test
  void a_range_that_can_not_be_prepared_is_refused_with_the_reason_and_queues_nothing()
      throws Exception {
    prepare(INCREMENTAL);
    DateRange upsideDown = DateRange.of(hour(5), hour(1));

    assertThatThrownBy(() -> store.prepareRange(INCREMENTAL_BY_DATE, upsideDown, PAPER))
        .isInstanceOf(PrepareRefused.class)
        .hasMessageContaining("its end is not after its start");
    assertThat(store.number("select count(*) from run where store_id = " + store.id()))
        .isEqualTo(1);
  }

  @Test
  void an_entity_that_is_switched_off_is_not_prepared() {
    store.switchOff(PAPER);

    assertThatThrownBy(() -> prepare(INCREMENTAL))
        .isInstanceOf(PrepareRefused.class)
        .hasMessageContaining("is not active");
  }
}
