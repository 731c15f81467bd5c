package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.ExtensionStore.REDEMPTION;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;
import static org.storesync.extension.redemption.RedemptionFixture.aRedemption;
import static org.storesync.kind.PrepareMode.FULL;
import static org.storesync.kind.PrepareMode.INCREMENTAL;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.connector.DocumentId;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.extension.ledger.LedgerEntries;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;

/** What people do to records, in the server. */
@ArquillianTest
class SyncRecordActionsIT {

  private static final Instant YESTERDAY =
      Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);

  @Inject private ExtensionStores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private SyncRecordActions actions;
  @Inject private SyncRecordDeeds deeds;
  @Inject private SyncRecordList list;
  @Inject private RecordCounts counts;
  @Inject private RecordClaims claims;
  @Inject private LedgerEntries ledger;

  private ExtensionStore store;

  @BeforeEach
  void a_store() {
    store = stores.withLedger();
    store.stall().pagesOf(1000);
  }

  private void prepareCoupons(int count) throws Exception {
    for (int number = 1; number <= count; number++) {
      store.stall().put(aCoupon("C-" + number, YESTERDAY));
    }
    store.prepare(INCREMENTAL, PAPER);
  }

  private RecordFilter ready() {
    return ExtensionStore.ready().withStore(store.id());
  }

  private StoreEntity entity(String kind) {
    return storeEntities.find(store.entity(kind).id()).orElseThrow();
  }

  private CommandResult does(RecordCommand command, SyncRecordRow... records) {
    return actions.perform(
        command,
        RecordFilter.of(List.of(records).stream().map(SyncRecordRow::id).toList()),
        Optional.empty());
  }

  private static DocumentId id(String value) {
    return new DocumentId(value);
  }

  @Test
  void a_command_works_through_more_records_than_go_into_one_transaction() throws Exception {
    prepareCoupons(1001);

    CommandResult result = actions.perform(RecordCommand.SKIP, ready(), Optional.empty());

    assertThat(result.done()).isEqualTo(1001);
    assertThat(result.refused()).isZero();
    assertThat(counts.ofStore(store.id()).get(store.entity(PAPER).id()))
        .containsExactly(java.util.Map.entry(SyncStatus.SKIPPED, 1001L));
  }

  @Test
  void a_command_with_a_limit_takes_the_first_records_in_loading_order() throws Exception {
    prepareCoupons(5);

    actions.perform(RecordCommand.SKIP, ready(), Optional.of(2));

    assertThat(store.records(PAPER))
        .extracting(SyncRecordRow::status)
        .startsWith(SyncStatus.SKIPPED, SyncStatus.SKIPPED)
        .endsWith(SyncStatus.PREPARED, SyncStatus.PREPARED, SyncStatus.PREPARED);
  }

  @Test
  void set_as_processed_says_of_each_record_that_lacks_an_id_and_takes_the_others()
      throws Exception {
    prepareCoupons(2);
    SyncRecordRow linked = store.record(PAPER, "C-1");
    deeds.changePair(linked.id(), id("C-1"), id("L-here"));

    CommandResult result =
        actions.perform(RecordCommand.SET_AS_PROCESSED, ready(), Optional.empty());

    assertThat(result.done()).isEqualTo(1);
    assertThat(result.refused()).isEqualTo(1);
    assertThat(result.refusals())
        .containsExactly(
            new CommandResult.Refusal(
                store.record(PAPER, "C-2").id(), "C-2", CommandResult.Reason.ID_MISSING));
    assertThat(store.status(PAPER, "C-1")).isEqualTo(SyncStatus.PROCESSED);
    assertThat(store.record(PAPER, "C-1").lastSynchronized()).isNotNull();
    assertThat(ledger.of(store.id())).as("nothing is sent").isEmpty();
  }

  @Test
  void a_record_that_a_run_holds_is_left() throws Exception {
    prepareCoupons(1);
    SyncRecordRow record = store.record(PAPER, "C-1");
    claims.claimThese(List.of(record.id()), "0:somebody:0");

    for (RecordCommand command : RecordCommand.values()) {
      CommandResult result = does(command, record);

      assertThat(result.done()).isZero();
      assertThat(result.refusals())
          .extracting(CommandResult.Refusal::reason)
          .containsExactly(CommandResult.Reason.IN_WORK);
    }
    assertThat(store.status(PAPER, "C-1")).isEqualTo(SyncStatus.PREPARED);
    assertThatThrownBy(() -> deeds.changePair(record.id(), id("C-1"), id("L")))
        .isInstanceOfSatisfying(
            LinkRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(LinkRefused.Reason.IN_WORK));
  }

  @Test
  void delete_keeps_the_pair_so_that_the_document_is_updated_and_not_made_twice() throws Exception {
    prepareCoupons(1);
    store.process();
    String localId = store.record(PAPER, "C-1").localId();
    does(RecordCommand.DELETE, store.record(PAPER, "C-1"));
    assertThat(store.records(PAPER)).isEmpty();
    store.stall().put(aCoupon("C-1", YESTERDAY.plusSeconds(1), "newer"));

    store.prepare(FULL, PAPER);
    store.process();

    SyncRecordRow again = store.record(PAPER, "C-1");
    assertThat(again.status()).isEqualTo(SyncStatus.PROCESSED);
    assertThat(again.localId()).isEqualTo(localId);
    assertThat(ledger.of(store.id())).hasSize(1);
    assertThat(ledger.of(store.id()).get(0).content()).startsWith("newer");
    assertThat(ledger.of(store.id()).get(0).writes()).isEqualTo(2);
  }

  @Test
  void a_record_can_be_deleted_and_found_again_any_number_of_times() throws Exception {
    prepareCoupons(1);
    store.process();
    for (int time = 0; time < 3; time++) {
      does(RecordCommand.DELETE, store.record(PAPER, "C-1"));
      store.prepare(FULL, PAPER);
      store.process();
    }

    assertThat(store.records(PAPER)).hasSize(1);
    assertThat(ledger.of(store.id())).hasSize(1);
  }

  @Test
  void a_kept_pair_whose_document_was_linked_to_another_record_is_no_longer_kept()
      throws Exception {
    prepareCoupons(1);
    store.process();
    String localId = store.record(PAPER, "C-1").localId();
    does(RecordCommand.DELETE, store.record(PAPER, "C-1"));
    deeds.addPair(entity(PAPER), id("C-other"), id(localId));

    assertThat(store.prepare(FULL, PAPER).get(0).prepared()).isEqualTo(1);

    assertThat(store.record(PAPER, "C-1").localId()).isNull();
    store.process();
    assertThat(store.record(PAPER, "C-1").lastMessage()).contains("belongs to record");
  }

  @Test
  void skip_lasts_until_somebody_revives_the_record() throws Exception {
    prepareCoupons(1);
    does(RecordCommand.SKIP, store.record(PAPER, "C-1"));
    store.prepare(FULL, PAPER);
    assertThat(store.process().selected()).isZero();

    does(RecordCommand.SET_AS_PREPARED, store.record(PAPER, "C-1"));

    assertThat(store.process().processed()).isEqualTo(1);
  }

  // --- links by hand ---

  @Test
  void two_documents_are_linked_by_hand_and_need_no_sync() throws Exception {
    long number = deeds.addPair(entity(PAPER), id("C-1"), id("L-1"));

    SyncRecordRow record = list.find(number).orElseThrow();
    assertThat(record.status()).isEqualTo(SyncStatus.PROCESSED);
    assertThat(record.externalId()).isEqualTo("C-1");
    assertThat(record.localId()).isEqualTo("L-1");
    assertThat(record.lastOperation()).isEqualTo(SyncOperation.MANUALLY_SYNCHRONIZED);
  }

  @Test
  void a_link_by_hand_that_needs_to_sync_reads_its_document_at_the_source() throws Exception {
    store.stall().put(aCoupon("C-0", YESTERDAY));
    store.prepare(INCREMENTAL, PAPER);
    store.process();
    String localId = store.record(PAPER, "C-0").localId();
    does(RecordCommand.DELETE, store.record(PAPER, "C-0"));
    store.stall().put(aCoupon("C-1", YESTERDAY, "linked by hand"));
    long number = deeds.addPair(entity(PAPER), id("C-1"), id(localId));

    store.sync(list.find(number).orElseThrow());

    assertThat(list.find(number).orElseThrow().status()).isEqualTo(SyncStatus.PROCESSED);
    assertThat(ledger.of(store.id()).get(0).content()).startsWith("linked by hand");
  }

  @Test
  void a_document_that_is_mapped_elsewhere_can_not_be_linked() throws Exception {
    long first = deeds.addPair(entity(PAPER), id("C-1"), id("L-1"));

    assertRefused(
        () -> deeds.addPair(entity(PAPER), id("C-1"), id("L-2")),
        LinkRefused.Reason.EXTERNAL_TAKEN,
        first);
    assertRefused(
        () -> deeds.addPair(entity(PAPER), id("C-2"), id("L-1")),
        LinkRefused.Reason.LOCAL_TAKEN,
        first);
    long second = deeds.addPair(entity(PAPER), id("C-2"), id("L-2"));
    assertRefused(
        () -> deeds.changePair(second, id("C-2"), id("L-1")),
        LinkRefused.Reason.LOCAL_TAKEN,
        first);
    assertRefused(
        () -> deeds.changePair(second, id("C-1"), id("L-2")),
        LinkRefused.Reason.EXTERNAL_TAKEN,
        first);
  }

  @Test
  void local_documents_may_be_shared_where_the_entity_says_so() throws Exception {
    store.stall().put(aRedemption("R-1", "C-1", YESTERDAY));
    deeds.addPair(entity(REDEMPTION), id("R-1"), id("L-1"));
    deeds.addPair(entity(REDEMPTION), id("R-2"), id("L-1"));

    assertThat(store.records(REDEMPTION))
        .extracting(SyncRecordRow::localId)
        .containsExactly("L-1", "L-1");
  }

  @Test
  void another_external_id_drops_the_payload_and_another_local_id_does_not() throws Exception {
    prepareCoupons(1);
    SyncRecordRow record = store.record(PAPER, "C-1");

    deeds.changePair(record.id(), id("C-1"), id("L-9"));
    assertThat(list.payload(record.id())).isPresent();
    deeds.changePair(record.id(), id("C-other"), id("L-9"));
    assertThat(list.payload(record.id())).isEmpty();
  }

  @Test
  void a_record_that_was_deleted_meanwhile_can_not_be_linked() throws Exception {
    prepareCoupons(1);
    SyncRecordRow record = store.record(PAPER, "C-1");
    does(RecordCommand.DELETE, record);

    assertRefused(
        () -> deeds.changePair(record.id(), id("C-1"), id("L-1")), LinkRefused.Reason.GONE, 0);
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable deed,
      LinkRefused.Reason reason,
      long otherRecord) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            LinkRefused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.otherRecord()).isEqualTo(otherRecord);
            });
  }
}
