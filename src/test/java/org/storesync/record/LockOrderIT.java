package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.extension.ExtensionStore.DIGITAL;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;
import static org.storesync.platform.database.DatabaseVendor.POSTGRESQL;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.extension.coupon.Coupon;
import org.storesync.kind.EntityKind;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;
import org.storesync.platform.database.DatabaseVendor;

/**
 * Whoever locks records of several entities does it in one order, by entity and then by number, so
 * that two who meet wait, and neither is thrown out by the database.
 */
@ArquillianTest
class LockOrderIT {

  private static final Instant YESTERDAY = Instant.parse("2026-11-01T10:00:00Z");

  @Inject private ExtensionStores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private SyncRecords records;
  @Inject private SyncRecordActions actions;
  @Inject private RecordClaims claims;
  @Inject private RunRecords runRecords;
  @Inject private DatabaseVendor vendor;
  @Inject private PortableRecordRows portableRows;
  @Inject private PostgresqlRecordRows postgresqlRows;
  @Inject private UserTransaction transaction;
  @Resource private ManagedExecutorService executor;

  @Test
  void a_command_waits_for_a_preparation_of_the_same_records_and_both_succeed() throws Exception {
    ExtensionStore store = stores.withLedger();
    List<StoreEntity> entities = entities(store);
    // The numbers of the records run against those of their entities.
    offer(entities.get(1), "C-2");
    offer(entities.get(0), "C-1");
    List<Long> both = ids(store, entities);
    assertThat(both).isSortedAccordingTo(Comparator.reverseOrder()).hasSize(2);

    transaction.begin();
    change(entities.get(0), "C-1");
    Future<CommandResult> command =
        executor.submit(
            () ->
                actions.perform(
                    RecordCommand.SKIP, RecordFilter.of(both), Optional.<Integer>empty()));
    store.awaitNumber(waiting(), 1);
    change(entities.get(1), "C-2");
    transaction.commit();

    assertThat(command.get(60, TimeUnit.SECONDS).done()).isEqualTo(2);
  }

  @Test
  void a_claim_is_renewed_and_released_beside_a_preparation_of_the_same_records() throws Exception {
    ExtensionStore store = stores.withLedger();
    List<StoreEntity> entities = entities(store);
    offer(entities.get(1), "C-2");
    offer(entities.get(0), "C-1");
    List<Long> both = ids(store, entities);
    long run = store.aRunOfNobody();
    String claim = RecordClaims.prefix(run) + "worker:0";
    String held = "select count(*) from record_claim where claim = '" + claim + "'";
    assertThat(claims.claimThese(both, claim)).hasSize(2);
    store.sql(
        "update record_claim set claim_until = current_timestamp + interval '9' second where claim = '"
            + claim
            + "'");

    transaction.begin();
    change(entities.get(0), "C-1");
    executor.submit(() -> claims.renew(run, "worker")).get(30, TimeUnit.SECONDS);
    assertThat(store.number(held + " and claim_until > current_timestamp + interval '20' second"))
        .isEqualTo(2);
    executor.submit(() -> claims.release(run, "worker")).get(30, TimeUnit.SECONDS);
    change(entities.get(1), "C-2");
    transaction.commit();

    assertThat(store.number(held)).isZero();
  }

  @Test
  void what_another_worker_claims_and_does_while_a_claim_is_made_is_not_claimed_again()
      throws Exception {
    ExtensionStore store = stores.withLedger();
    StoreEntity entity = entities(store).get(0);
    offer(entity, "C-1");
    offer(entity, "C-2");
    long run = store.aRunOfNobody();
    runRecords.fix(run, RecordFilter.all().withStore(store.id()), Optional.empty(), false);
    long done = runRecords.next(run, 1).get(0);
    long left = runRecords.next(run, 2).get(1);

    transaction.begin();
    if (vendor == POSTGRESQL) {
      takeOff(store, done);
    }
    store.sql(
        "insert into record_claim (record_id, claim, claim_until) values (%d, '%d:other:0',"
                .formatted(done, run)
            + " current_timestamp + interval '25' second)");
    Future<List<Long>> claiming =
        executor.submit(() -> claims.claim(run, RecordClaims.prefix(run) + "mine:0", 2));
    if (vendor == POSTGRESQL) {
      // It passes over the place on the list that another one holds.
      claiming.get(60, TimeUnit.SECONDS);
    } else {
      // It does not see that claim yet, and waits for what becomes of it.
      store.awaitNumber(waiting(), 1);
      takeOff(store, done);
    }
    store.sql("delete from record_claim where record_id = " + done);
    transaction.commit();

    assertThat(claiming.get(60, TimeUnit.SECONDS)).containsExactly(left);
    assertThat(store.number("select count(*) from record_claim where record_id = " + done))
        .as("claims on what is done")
        .isZero();
  }

  @Test
  void a_record_whose_outcome_is_being_recorded_is_claimed_by_nobody_until_that_is_done()
      throws Exception {
    ExtensionStore store = stores.withLedger();
    StoreEntity entity = entities(store).get(0);
    offer(entity, "C-1");
    List<Long> ids = ids(store, List.of(entity));
    RecordRows rows = vendor == POSTGRESQL ? postgresqlRows : portableRows;

    transaction.begin();
    assertThat(rows.lock(ids)).hasSize(1);
    Future<List<Long>> claiming =
        executor.submit(() -> claims.claimThese(ids, RecordClaims.prefix(0) + "mine:0"));
    store.awaitNumber(waiting(), 1);
    assertThat(claiming.isDone()).isFalse();
    transaction.commit();

    assertThat(claiming.get(60, TimeUnit.SECONDS)).isEqualTo(ids);
    claims.release(0, "mine");
  }

  @Test
  @EnabledIfSystemProperty(named = "storesync.test.database", matches = "postgresql")
  void a_claim_passes_over_what_a_command_holds_locked_however_much_that_is() throws Exception {
    ExtensionStore store = stores.withLedger();
    StoreEntity entity = entities(store).get(0);
    IntStream.rangeClosed(1, 5).forEach(number -> offer(entity, "C-" + number));
    long run = store.aRunOfNobody();
    runRecords.fix(run, RecordFilter.all().withStore(store.id()), Optional.empty(), false);
    List<Long> listed = runRecords.next(run, 5);

    transaction.begin();
    postgresqlRows.lock(listed.subList(0, 4));
    List<Long> claimed =
        executor
            .submit(() -> claims.claim(run, RecordClaims.prefix(run) + "mine:0", 1))
            .get(60, TimeUnit.SECONDS);
    transaction.commit();

    assertThat(claimed).containsExactly(listed.get(4));
    claims.release(run, "mine");
    runRecords.clear(run);
  }

  private static void takeOff(ExtensionStore store, long record) {
    store.sql("delete from run_record where record_id = " + record);
  }

  private List<StoreEntity> entities(ExtensionStore store) {
    return Stream.of(PAPER, DIGITAL)
        .map(kind -> storeEntities.find(store.entity(kind).id()).orElseThrow())
        .sorted(Comparator.comparing(StoreEntity::id))
        .toList();
  }

  private static List<Long> ids(ExtensionStore store, List<StoreEntity> entities) {
    return entities.stream()
        .flatMap(entity -> store.records(entity.kind()).stream())
        .map(SyncRecordRow::id)
        .toList();
  }

  private void offer(StoreEntity entity, String id) {
    offer(entity, id, YESTERDAY);
  }

  /** What has not changed would neither be locked nor written. */
  private void change(StoreEntity entity, String id) {
    offer(entity, id, YESTERDAY.plusSeconds(1));
  }

  @SuppressWarnings("unchecked")
  private void offer(StoreEntity entity, String id, Instant modified) {
    records.offer(
        entity,
        (EntityKind<Coupon>) kinds.find(entity.kind()).orElseThrow(),
        PrepareMode.FULL,
        List.of(aCoupon(id, modified)),
        List.of());
  }

  /** How many sessions wait for a row that another one has locked. */
  private String waiting() {
    return vendor == POSTGRESQL
        ? "select count(distinct pid) from pg_locks where not granted"
        : "select count(*) from information_schema.sessions where blocker_id is not null";
  }
}
