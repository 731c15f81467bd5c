package org.storesync.pause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.extension.ExtensionStore.DIGITAL;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.ExtensionStore.POSTER;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;
import static org.storesync.kind.PrepareMode.INCREMENTAL;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.extension.bazaar.Gate;
import org.storesync.extension.farbooks.FarBooks;
import org.storesync.kind.DateRange;
import org.storesync.kind.Direction;
import org.storesync.platform.time.TestClock;
import org.storesync.record.SyncStatus;
import org.storesync.run.RunRow;
import org.storesync.run.RunState;

/** Pauses in the server: what rests, what goes on, and what comes of it afterwards. */
@ArquillianTest
class PausesIT {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final String REASON = "The stock is being counted.";

  @Inject private Pauses pauses;
  @Inject private ExtensionStores stores;
  @Inject private FarBooks books;
  @Inject private TestClock clock;

  private ExtensionStore store;

  @BeforeEach
  void a_store_at_noon() {
    clock.setTo(NOON);
    store = stores.withFarBooks();
    store.stall().pagesOf(2);
  }

  @AfterEach
  void everything_goes_on() {
    pauses.inForce().forEach(pause -> pauses.resume(pause.id()));
    clock.reset();
  }

  private String key(String name) {
    return name + "-" + store.id();
  }

  private void coupons(int count) {
    for (int number = 1; number <= count; number++) {
      store
          .stall()
          .put(
              aCoupon(
                  key("P-" + number), NOON.minus(Duration.ofDays(2)).plusSeconds(60L * number)));
    }
  }

  private PauseRow pause(PauseScope scope) {
    return pauses.begin(scope, REASON, Optional.empty(), "olga");
  }

  private RunRow awaitRest(long run) {
    RunRow resting = store.awaitRun(run, row -> row.waitingFor() != null);
    store.awaitNumber("select count(*) from run_worker where run_id = " + run, 0);
    return resting;
  }

  @Test
  void a_run_of_a_paused_store_rests_with_the_reason_and_goes_on_when_somebody_resumes()
      throws Exception {
    coupons(3);
    PauseRow pause = pause(PauseScope.store(store.id()));
    long run = store.startPrepare(INCREMENTAL, DateRange.open(), PAPER).get(0);

    assertThat(awaitRest(run).waitingFor()).isEqualTo("Paused by olga: " + REASON);
    assertThat(store.stall().calls()).isEmpty();

    assertThat(pauses.resume(pause.id())).isTrue();

    assertThat(store.awaitEnd(run).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(store.records(PAPER)).hasSize(3);
  }

  @Test
  void reading_rests_at_the_next_page_and_goes_on_at_the_checkpoint() throws Exception {
    coupons(5);
    Gate secondCall = store.stall().holdCall(2);
    long run = store.startPrepare(INCREMENTAL, DateRange.open(), PAPER).get(0);
    secondCall.awaitArrival();
    PauseRow pause = pause(PauseScope.everything());
    secondCall.open();

    awaitRest(run);
    assertThat(store.records(PAPER)).hasSize(4);
    assertThat(store.stall().calls()).hasSize(2);

    pauses.resume(pause.id());
    assertThat(store.awaitEnd(run).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(store.stall().calls()).hasSize(3);
    assertThat(store.records(PAPER)).hasSize(5);
  }

  @Test
  void writing_rests_at_the_next_record_and_nothing_is_written_twice() throws Exception {
    coupons(3);
    store.prepare(INCREMENTAL, PAPER);
    Gate gate = books.hold(key("P-1"));
    long run = store.startProcess();
    gate.awaitArrival();
    PauseRow pause = pause(PauseScope.store(store.id()));
    gate.open();

    awaitRest(run);
    assertThat(store.run(run).processed()).isEqualTo(1);
    assertThat(store.status(PAPER, key("P-2"))).isEqualTo(SyncStatus.PREPARED);
    assertThat(store.record(PAPER, key("P-2")).inWork()).isFalse();

    pauses.resume(pause.id());
    assertThat(store.awaitEnd(run).processed()).isEqualTo(3);
    assertThat(books.of(store.id())).hasSize(3);
  }

  @Test
  void records_of_a_paused_entity_stay_in_the_queue_while_the_store_goes_on() throws Exception {
    coupons(2);
    store.prepare(INCREMENTAL, PAPER);
    pause(PauseScope.entity(store.id(), store.entity(PAPER).id()));

    RunRow run = store.process();

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.processed()).isZero();
    assertThat(run.passedOver()).isEqualTo(2);
    assertThat(store.status(PAPER, key("P-1"))).isEqualTo(SyncStatus.PREPARED);
  }

  @Test
  void of_a_shared_read_the_paused_entity_ends_and_the_other_goes_on() throws Exception {
    coupons(3);
    pause(PauseScope.entity(store.id(), store.entity(PAPER).id()));

    var runs = store.startPrepare(INCREMENTAL, DateRange.open(), PAPER, DIGITAL);

    assertThat(store.awaitEnd(runs.get(1)).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(store.awaitEnd(runs.get(0)).state()).isEqualTo(RunState.STOPPED);
    assertThat(store.entity(PAPER).baseline()).isNull();
    assertThat(store.entity(DIGITAL).baseline()).isNotNull();
  }

  @Test
  void a_paused_direction_leaves_the_other_at_work() throws Exception {
    coupons(1);
    pause(PauseScope.direction(Direction.EXPORT));

    assertThat(store.prepare(INCREMENTAL, PAPER))
        .extracting(RunRow::state)
        .containsExactly(RunState.SUCCEEDED);
    long export = store.startPrepare(INCREMENTAL, DateRange.open(), POSTER).get(0);
    assertThat(awaitRest(export).state()).isEqualTo(RunState.QUEUED);
    store.stop(export);
  }

  @Test
  void a_pause_ends_by_itself() throws Exception {
    coupons(1);
    pauses.begin(
        PauseScope.store(store.id()), REASON, Optional.of(NOON.plus(Duration.ofHours(1))), "olga");
    long run = store.startPrepare(INCREMENTAL, DateRange.open(), PAPER).get(0);
    assertThat(awaitRest(run).waitingFor()).contains("It goes on at 2026-11-24T13:00:00Z.");

    clock.advance(Duration.ofHours(1));

    assertThat(store.awaitEnd(run).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(pauses.inForce()).isEmpty();
  }

  @Test
  void a_run_that_rests_is_stopped_at_once() throws Exception {
    pause(PauseScope.store(store.id()));
    long run = store.startPrepare(INCREMENTAL, DateRange.open(), PAPER).get(0);
    awaitRest(run);

    store.stop(run);

    assertThat(store.awaitEnd(run).state()).isEqualTo(RunState.STOPPED);
  }

  @Test
  void a_pause_that_makes_no_sense_is_refused() {
    assertRefused(PauseScope.everything(), " ", Optional.empty(), "REASON_MISSING");
    assertRefused(PauseScope.everything(), "x".repeat(301), Optional.empty(), "REASON_TOO_LONG");
    assertRefused(PauseScope.everything(), REASON, Optional.of(NOON), "ENDS_IN_THE_PAST");
    assertRefused(PauseScope.store(-1), REASON, Optional.empty(), "STORE_UNKNOWN");
    assertRefused(PauseScope.entity(store.id(), -1), REASON, Optional.empty(), "ENTITY_UNKNOWN");
    assertThat(pauses.inForce()).isEmpty();
  }

  private void assertRefused(
      PauseScope scope, String reason, Optional<Instant> endsAt, String expected) {
    assertThatThrownBy(() -> pauses.begin(scope, reason, endsAt, "olga"))
        .isInstanceOfSatisfying(
            PauseRefused.class, refused -> assertThat(refused.reason()).hasToString(expected));
  }
}
