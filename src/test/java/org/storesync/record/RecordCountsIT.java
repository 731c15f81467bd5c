package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.extension.coupon.Coupon;
import org.storesync.kind.EntityKind;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.StoreEntities;

/** Whoever changes records by whatever statement: they are counted as they are. */
@ArquillianTest
class RecordCountsIT {

  private static final Instant YESTERDAY = Instant.parse("2026-11-01T10:00:00Z");

  @Inject private ExtensionStores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private SyncRecords records;
  @Inject private SyncRecordActions actions;
  @Inject private RecordCounts counts;
  @Inject private SyncRecordList list;

  private ExtensionStore store;

  @BeforeEach
  void a_store_without_records() {
    store = stores.withLedger();
  }

  @Test
  void records_that_are_added_changed_and_removed_are_counted() {
    assertThat(counts.ofStore(store.id())).isEmpty();

    offer(7);
    store.sql(
        "update sync_record set status = 'FAILED' where external_id in ('C-0', 'C-1') and "
            + ofStore());
    assertThat(counted()).isEqualTo(Map.of(SyncStatus.PREPARED, 5L, SyncStatus.FAILED, 2L));

    actions.perform(
        RecordCommand.SKIP, ExtensionStore.ready().withStore(store.id()), Optional.of(3));
    assertThat(counted())
        .containsEntry(SyncStatus.SKIPPED, 3L)
        .satisfies(all -> assertThat(sum(all)).isEqualTo(7));

    store.sql("delete from sync_record where status = 'SKIPPED' and " + ofStore());
    assertThat(counted()).doesNotContainKey(SyncStatus.SKIPPED);
    assertThat(sum(counted())).isEqualTo(4);
  }

  @Test
  void counts_stay_the_same_when_they_are_summed_up() {
    offer(2);
    for (int flip = 0; flip < 501; flip++) {
      store.sql(
          "update sync_record set status = '%s' where "
                  .formatted(flip % 2 == 0 ? "SKIPPED" : "PREPARED")
              + ofStore());
    }

    counts.sumUp();

    assertThat(counted()).isEqualTo(Map.of(SyncStatus.SKIPPED, 2L));
    counts.sumUp();
    assertThat(counted()).isEqualTo(Map.of(SyncStatus.SKIPPED, 2L));
  }

  @Test
  void lists_are_as_long_as_there_are_records_of_what_is_meant() {
    offer(3);
    ExtensionStore other = stores.withLedger();
    store.sql("update store set active = false where id = " + store.id());
    store.sql(
        "update sync_record set status = 'ABORTED' where external_id = 'C-0' and " + ofStore());
    RecordFilter ofBoth = RecordFilter.all().withKind(PAPER);

    assertCount(RecordFilter.all(), "true");
    assertCount(RecordFilter.all().withStatuses(Set.of(SyncStatus.ABORTED)), "status = 'ABORTED'");
    assertCount(
        ofBoth, "store_entity_id in (select id from store_entity where kind = '" + PAPER + "')");
    assertCount(RecordFilter.all().withActive(false), activity("not "));
    assertCount(RecordFilter.all().withActive(true), activity(""));
    assertCount(RecordFilter.all().withStore(store.id()), ofStore());
    assertCount(RecordFilter.all().withStore(other.id()), "false");
  }

  private static String activity(String not) {
    return "store_entity_id in (select e.id from store_entity e join store s on s.id = e.store_id where "
        + not
        + "(e.active and s.active))";
  }

  private void assertCount(RecordFilter filter, String condition) {
    assertThat(list.count(filter))
        .as("%s", filter)
        .isEqualTo(
            RecordCount.of(store.number("select count(*) from sync_record where " + condition)));
  }

  @SuppressWarnings("unchecked")
  private void offer(int count) {
    records.offer(
        storeEntities.find(store.entity(PAPER).id()).orElseThrow(),
        (EntityKind<Coupon>) kinds.find(PAPER).orElseThrow(),
        PrepareMode.FULL,
        IntStream.range(0, count).mapToObj(n -> aCoupon("C-" + n, YESTERDAY)).toList(),
        List.of());
  }

  private Map<SyncStatus, Long> counted() {
    return counts.ofStore(store.id()).get(store.entity(PAPER).id());
  }

  private static long sum(Map<SyncStatus, Long> all) {
    return all.values().stream().mapToLong(Long::longValue).sum();
  }

  private String ofStore() {
    return "store_entity_id = " + store.entity(PAPER).id();
  }
}
