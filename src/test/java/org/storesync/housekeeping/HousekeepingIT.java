package org.storesync.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;
import static org.storesync.kind.PrepareMode.INCREMENTAL;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.platform.time.TestClock;
import org.storesync.record.SyncRecordRow;
import org.storesync.record.SyncStatus;
import org.storesync.run.RunRow;
import org.storesync.run.RunState;

/** What is old goes, what is needed stays, and the pairs of ids stay for ever. */
@ArquillianTest
class HousekeepingIT {

  /** So long ago that nothing of other tests is old by these retentions. */
  private static final Instant THEN = Instant.parse("2024-03-01T12:00:00Z");

  @Inject private Housekeeping housekeeping;
  @Inject private ExtensionStores stores;
  @Inject private TestClock clock;

  private ExtensionStore store;

  @BeforeEach
  void a_store_long_ago() {
    clock.setTo(THEN);
    store = stores.withLedger();
  }

  @AfterEach
  void the_clock_goes_on() {
    clock.reset();
  }

  private void prepared(String key) throws Exception {
    store.stall().put(aCoupon(store.id() + key, clock.instant().minus(Duration.ofHours(1))));
    store.prepare(INCREMENTAL, PAPER);
  }

  private long payloads() {
    return store.number(
        "select count(*) from sync_payload p join sync_record r on r.id = p.record_id"
            + " where r.store_entity_id = "
            + store.entity(PAPER).id());
  }

  private long attempts() {
    return store.number(
        "select count(*) from sync_attempt a join sync_record r on r.id = a.record_id"
            + " where r.store_entity_id = "
            + store.entity(PAPER).id());
  }

  private boolean isThere(RunRow run) {
    return store.number("select count(*) from run where id = " + run.id()) == 1;
  }

  private void tidyAfter(Duration time) {
    clock.setTo(THEN.plus(time));
    housekeeping.removeOld();
  }

  @Test
  void a_payload_goes_when_its_record_is_through_and_the_source_is_read_again() throws Exception {
    prepared("-1");
    store.process();
    clock.advance(Duration.ofHours(2));
    prepared("-2");
    assertThat(payloads()).isEqualTo(2);

    tidyAfter(Duration.ofDays(89));
    assertThat(payloads()).as("not old yet").isEqualTo(2);
    tidyAfter(Duration.ofDays(91));
    assertThat(payloads()).as("the one that waits keeps its own").isEqualTo(1);

    SyncRecordRow through = store.record(PAPER, store.id() + "-1");
    assertThat(through.localId()).isNotNull();
    assertThat(store.sync(through).processed()).isEqualTo(1);
    assertThat(store.stall().reads()).hasSize(1);
    assertThat(store.status(PAPER, store.id() + "-1")).isEqualTo(SyncStatus.PROCESSED);
    assertThat(store.record(PAPER, store.id() + "-1").localId()).isEqualTo(through.localId());
  }

  @Test
  void attempts_go_when_they_are_old_and_records_stay_with_both_ids() throws Exception {
    prepared("-1");
    store.process();
    assertThat(attempts()).isPositive();

    tidyAfter(Duration.ofDays(179));
    assertThat(attempts()).isPositive();
    tidyAfter(Duration.ofDays(181));

    assertThat(attempts()).isZero();
    assertThat(store.record(PAPER, store.id() + "-1").localId()).isNotNull();
  }

  @Test
  void runs_go_when_they_are_old_but_not_the_last_preparation_of_an_entity() throws Exception {
    RunRow first = store.prepare(INCREMENTAL, PAPER).get(0);
    clock.advance(Duration.ofMinutes(10));
    RunRow process = store.process();
    RunRow last = store.prepare(INCREMENTAL, PAPER).get(0);

    tidyAfter(Duration.ofDays(179));
    assertThat(List.of(first, process, last)).allMatch(this::isThere);
    tidyAfter(Duration.ofDays(181));

    assertThat(isThere(first)).isFalse();
    assertThat(isThere(process)).isFalse();
    assertThat(isThere(last)).isTrue();
  }

  @Test
  void a_run_that_one_at_work_continues_stays() throws Exception {
    RunRow first = store.prepare(INCREMENTAL, PAPER).get(0);
    clock.advance(Duration.ofMinutes(10));
    RunRow waiting = store.prepare(INCREMENTAL, PAPER).get(0);
    store.sql(
        "update run set state = 'QUEUED', finished_at = null, due_at = timestamp with time zone"
            + " '2199-01-01 00:00:00+00', continues_run = "
            + first.id()
            + " where id = "
            + waiting.id());

    tidyAfter(Duration.ofDays(181));
    assertThat(isThere(first)).isTrue();
    store.stop(waiting.id());
    assertThat(store.awaitEnd(waiting.id()).state()).isEqualTo(RunState.STOPPED);
    clock.advance(Duration.ofDays(181));
    housekeeping.removeOld();
    assertThat(isThere(first)).isFalse();
  }

  @Test
  void executions_of_schedules_go_with_their_runs() throws Exception {
    RunRow old = store.prepare(INCREMENTAL, PAPER).get(0);
    clock.advance(Duration.ofMinutes(10));
    store.prepare(INCREMENTAL, PAPER);
    long schedule = -store.id();
    store.sql(
        "insert into sync_schedule (id, name, name_key, active, action, store_id, rhythm, zone,"
            + " stop_after, failures_in_a_row, created_at, changed_at, revision, version) values ("
            + schedule
            + ", 'old "
            + schedule
            + "', 'old "
            + schedule
            + "', false, 'PROCESS', "
            + store.id()
            + ", 'HOURLY 5', 'UTC', 3, 0, current_timestamp, current_timestamp, 1, 1)");
    execution(schedule, 1, "SUCCEEDED");
    execution(schedule, 2, "PASSED_OVER");
    store.sql(
        "insert into schedule_run_started values (" + (schedule * 10 - 1) + ", " + old.id() + ")");

    tidyAfter(Duration.ofDays(181));

    assertThat(store.number("select count(*) from schedule_run where schedule_id = " + schedule))
        .isZero();
    assertThat(isThere(old)).isFalse();
    store.sql("delete from sync_schedule where id = " + schedule);
  }

  private void execution(long schedule, int number, String outcome) {
    store.sql(
        "insert into schedule_run (id, schedule_id, planned_for, fired_at, node, missed, outcome,"
            + " fetched, prepared, processed, failed, version) values ("
            + (schedule * 10 - number)
            + ", "
            + schedule
            + ", timestamp with time zone '2024-03-01 1"
            + number
            + ":00:00+00', timestamp with time zone '2024-03-01 1"
            + number
            + ":00:00+00', 'node', 0, '"
            + outcome
            + "', 0, 0, 0, 0, 1)");
  }

  @Test
  void more_than_one_transaction_holds_is_removed_too() throws Exception {
    prepared("-1");
    long record = store.record(PAPER, store.id() + "-1").id();
    List<String> rows = new ArrayList<>();
    for (int number = 1; number <= 2_500; number++) {
      rows.add(
          "(%d, %d, 'node', timestamp with time zone '2024-03-01 12:00:00+00', 1, 'FAILED',"
                  .formatted(-(store.id() * 10_000 + number), record)
              + " 'SYNC_FAILED')");
    }
    store.sql(
        "insert into sync_attempt (id, record_id, node, started_at, duration_ms, status,"
            + " operation) values "
            + String.join(", ", rows));

    tidyAfter(Duration.ofDays(181));

    assertThat(attempts()).isZero();
  }
}
