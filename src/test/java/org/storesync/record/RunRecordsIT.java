package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.connector.DocumentId;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.extension.coupon.Coupon;
import org.storesync.kind.EntityKind;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.StoreEntities;

/** The contract of claims, the same on both databases: leases that no two workers hold at once. */
@ArquillianTest
class RunRecordsIT {

  private static final Instant YESTERDAY = Instant.parse("2026-11-01T10:00:00Z");

  @Inject private ExtensionStores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private SyncRecords records;
  @Inject private RunRecords list;
  @Inject private RecordClaims claims;
  @Inject private UserTransaction transaction;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;

  private ExtensionStore store;
  private long run;

  @BeforeEach
  void a_store_with_a_run_that_nobody_works_on() {
    store = stores.withLedger();
    run = store.aRunOfNobody();
  }

  @Test
  void two_claimers_never_get_the_same_record() throws Exception {
    fix(200);
    CountDownLatch together = new CountDownLatch(4);
    List<Future<List<Long>>> claimers = new ArrayList<>();
    for (int claimer = 0; claimer < 4; claimer++) {
      String name = run + ":claimer" + claimer + ":";
      claimers.add(executor.submit(claimAll(name, together)));
    }
    List<Long> all = new ArrayList<>();
    for (Future<List<Long>> claimer : claimers) {
      all.addAll(claimer.get(60, TimeUnit.SECONDS));
    }

    assertThat(all).doesNotHaveDuplicates().hasSize(200);
  }

  /** Claims ten after ten until it finds nothing three times: others may stand in its way. */
  private Callable<List<Long>> claimAll(String name, CountDownLatch together) {
    return () -> {
      List<Long> mine = new ArrayList<>();
      together.countDown();
      together.await(30, TimeUnit.SECONDS);
      int number = 0;
      for (int nothing = 0; nothing < 3; number++) {
        List<Long> some = claims.claim(run, name + number, 10);
        nothing = some.isEmpty() ? nothing + 1 : 0;
        mine.addAll(some);
      }
      return mine;
    };
  }

  @Test
  void a_claim_takes_the_first_free_records_in_the_order_of_the_run() {
    List<Long> fixed = fix(5);

    assertThat(claims.claim(run, run + ":one:0", 2)).isEqualTo(fixed.subList(0, 2));
    assertThat(claims.claim(run, run + ":two:0", 2)).isEqualTo(fixed.subList(2, 4));
    assertThat(claims.claim(run, run + ":one:1", 2)).isEqualTo(fixed.subList(4, 5));
    assertThat(claims.claim(run, run + ":one:2", 2)).isEmpty();
  }

  @Test
  void a_claim_that_has_run_out_is_free_again() {
    List<Long> fixed = fix(2);
    claims.claim(run, run + ":dead:0", 2);
    expire(run + ":dead:0");

    assertThat(claims.claim(run, run + ":living:0", 2)).isEqualTo(fixed);
  }

  @Test
  void a_claim_that_is_renewed_in_time_stays() {
    fix(1);
    claims.claim(run, run + ":living:0", 1);
    store.sql(
        "update record_claim set claim_until = current_timestamp + interval '5' second"
            + " where claim = '"
            + run
            + ":living:0'");
    claims.renew(run, "living");

    assertThat(
            store.number(
                "select count(*) from record_claim where claim = '"
                    + run
                    + ":living:0' and claim_until > current_timestamp + interval '20' second"))
        .isEqualTo(1);
  }

  @Test
  void an_outcome_under_a_lost_claim_counts_nothing() throws Exception {
    fix(1);
    List<ClaimedRecord> held = records.load(claims.claim(run, run + ":old:0", 1));
    expire(run + ":old:0");
    claims.claim(run, run + ":new:0", 1);

    FinishCounts counts = finish(run + ":old:0", held);

    assertThat(counts).isEqualTo(FinishCounts.passedOver(1));
    assertThat(store.records(PAPER).get(0).status()).isEqualTo(SyncStatus.PREPARED);
    assertThat(store.records(PAPER).get(0).localId()).isNull();
    assertThat(list.remaining(run)).isEqualTo(1);
  }

  @Test
  void a_record_that_another_run_holds_is_passed_over() {
    List<Long> fixed = fix(2);
    claims.claimThese(fixed.subList(0, 1), "0:other:0");

    assertThat(claims.claim(run, run + ":one:0", 5)).isEqualTo(fixed.subList(1, 2));
    assertThat(list.passOver(run)).isEqualTo(1);
    assertThat(list.remaining(run)).isEqualTo(1);
  }

  @Test
  void a_prerequisite_that_another_worker_holds_is_not_claimed() {
    List<Long> fixed = fix(2);
    claims.claim(run, run + ":one:0", 1);

    assertThat(claims.claimThese(fixed, "0:other:0p")).isEqualTo(fixed.subList(1, 2));
  }

  @Test
  void what_a_worker_of_the_same_run_holds_is_not_passed_over() {
    fix(2);
    claims.claim(run, run + ":one:0", 2);

    assertThat(list.passOver(run)).isZero();
  }

  @Test
  void a_record_that_was_removed_is_passed_over() {
    List<Long> fixed = fix(2);
    store.sql("delete from sync_record where id = " + fixed.get(0));

    assertThat(list.passOver(run)).isEqualTo(1);
    assertThat(claims.claim(run, run + ":one:0", 5)).isEqualTo(fixed.subList(1, 2));
  }

  @Test
  void places_of_removed_records_keep_nobody_from_what_lies_behind_them() {
    List<Long> fixed = fix(6);
    fixed.subList(0, 3).forEach(id -> store.sql("delete from sync_record where id = " + id));

    assertThat(claims.claim(run, run + ":one:0", 2)).isEqualTo(fixed.subList(3, 5));
  }

  @Test
  void only_what_is_held_under_a_claim_is_let_go_of() {
    List<Long> fixed = fix(3);
    claims.claim(run, run + ":one:0", 1);
    claims.claim(run, run + ":two:0", 1);

    assertThat(claims.letGo(run + ":one:0", fixed)).isEqualTo(fixed.subList(0, 1));
    assertThat(claims.held(fixed)).isEqualTo(fixed.subList(1, 2));
    assertThat(claims.claim(run, run + ":three:0", 5))
        .isEqualTo(List.of(fixed.get(0), fixed.get(2)));
  }

  @Test
  void what_is_released_is_free_and_as_it_was() {
    List<Long> fixed = fix(2);
    claims.claim(run, run + ":one:0", 2);
    claims.release(run, "one");

    assertThat(claims.claim(run, run + ":two:0", 2)).isEqualTo(fixed);
  }

  @Test
  void the_set_of_a_run_keeps_to_the_limit_and_the_loading_order() {
    offer(6);
    List<SyncRecordRow> rows = store.records(PAPER);
    attempted(rows.get(0), "2026-11-03 10:00:00+00");
    attempted(rows.get(1), "2026-11-02 10:00:00+00");
    attempted(rows.get(2), "2026-11-02 10:00:00+00");

    assertThat(fix(Optional.of(5), false))
        .as("never attempted first, then least recently attempted, then by number")
        .containsExactly(
            rows.get(3).id(),
            rows.get(4).id(),
            rows.get(5).id(),
            rows.get(1).id(),
            rows.get(2).id());
  }

  @Test
  void an_unattended_run_leaves_records_whose_next_try_is_not_due() {
    offer(2);
    SyncRecordRow notDue = store.records(PAPER).get(0);
    store.sql(
        "update sync_record set status = 'FAILED', next_attempt_at = timestamp with time zone"
            + " '2999-01-01 00:00:00+00' where id = "
            + notDue.id());

    assertThat(fix(Optional.empty(), true)).containsExactly(store.records(PAPER).get(1).id());
  }

  @Test
  void what_a_pass_has_attempted_is_not_loaded_again_in_it() {
    offer(3);
    Instant passBegan = clock.instant();
    SyncRecordRow attempted = store.records(PAPER).get(0);
    store.sql(
        "update sync_record set last_attempt_at = timestamp with time zone"
            + " '2999-01-01 00:00:00+00' where id = "
            + attempted.id());
    RecordFilter left = ExtensionStore.ready().withNotAttemptedSince(passBegan);
    list.fix(run, left.withStore(store.id()), Optional.of(2), false);

    assertThat(claims.claim(run, run + ":one:0", 9))
        .containsExactly(store.records(PAPER).get(1).id(), store.records(PAPER).get(2).id());
  }

  // --- given ---

  private void offer(int count) {
    @SuppressWarnings("unchecked")
    EntityKind<Coupon> kind = (EntityKind<Coupon>) kinds.find(PAPER).orElseThrow();
    records.offer(
        storeEntities.find(store.entity(PAPER).id()).orElseThrow(),
        kind,
        PrepareMode.FULL,
        IntStream.range(0, count).mapToObj(n -> aCoupon("C-" + n, YESTERDAY)).toList(),
        List.of());
  }

  /** So many records, all of them on the list of the run; their numbers in its order. */
  private List<Long> fix(int count) {
    offer(count);
    return fix(Optional.empty(), false);
  }

  private List<Long> fix(Optional<Integer> limit, boolean onlyDue) {
    list.fix(run, ExtensionStore.ready().withStore(store.id()), limit, onlyDue);
    List<Long> ids = claims.claim(run, run + ":looker:0", 1000);
    claims.release(run, "looker");
    return ids;
  }

  private void expire(String claim) {
    store.sql(
        "update record_claim set claim_until = current_timestamp - interval '1' second"
            + " where claim = '"
            + claim
            + "'");
  }

  private void attempted(SyncRecordRow row, String when) {
    store.sql(
        "update sync_record set last_attempt_at = timestamp with time zone '"
            + when
            + "' where id = "
            + row.id());
  }

  private FinishCounts finish(String claim, List<ClaimedRecord> held) throws Exception {
    transaction.begin();
    try {
      return records.finish(
          claim,
          run,
          held.stream()
              .map(
                  record ->
                      new FinishedRecord(
                          record,
                          new ProcessOutcome.Synchronized(
                              new DocumentId("L"), SyncOperation.INSERTED_LOCALLY),
                          clock.instant(),
                          Duration.ZERO))
              .toList());
    } finally {
      transaction.commit();
    }
  }
}
