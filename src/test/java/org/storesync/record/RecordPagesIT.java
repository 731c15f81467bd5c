package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.extension.ExtensionStore.DIGITAL;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;
import static org.storesync.extension.coupon.CouponFixture.aDigitalCoupon;
import static org.storesync.kind.PrepareMode.INCREMENTAL;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.kind.StoreDocuments;
import org.storesync.platform.table.TableRequest;

/** The pages of a list, read from its beginning and from its end, the same on both databases. */
@ArquillianTest
class RecordPagesIT {

  private static final int PAPERS = 250;
  private static final int PAGE = 40;
  private static final RecordCount MANY = RecordCount.of(Long.MAX_VALUE);
  private static final RecordSort BY_ID = new RecordSort(RecordSort.Column.EXTERNAL_ID, false);
  private static final Instant YESTERDAY =
      Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);

  @Inject private ExtensionStores stores;
  @Inject private SyncRecordList list;
  @Inject private StoreDocuments documents;

  private ExtensionStore store;

  @BeforeEach
  void a_store_whose_records_lack_values_and_share_them() throws Exception {
    store = stores.withLedger();
    store.stall().pagesOf(1000);
    for (int number = 0; number < PAPERS; number++) {
      Instant modified = YESTERDAY.plusSeconds(number / 7);
      String id = "C-" + number;
      store.stall().put(number % 3 == 0 ? aDigitalCoupon(id, modified) : aCoupon(id, modified));
    }
    store.prepare(INCREMENTAL, PAPER, DIGITAL);
    update("last_attempt_at = timestamp with time zone '2026-11-02 10:00:00+00'", 3, 0);
    update("last_attempt_at = timestamp with time zone '2026-11-01 10:00:00+00'", 5, 1);
    update("due_by = timestamp with time zone '2026-11-05 10:00:00+00'", 2, 0);
    update("local_id = concat('L-', mod(id, 4))", 4, 3);
    update("status = 'FAILED', last_message = 'It is torn in the middle.'", 6, 5);
    update("status = 'PROCESSED'", 7, 2);
  }

  private void update(String change, int each, int rest) {
    store.sql(
        "update sync_record set %s where mod(id, %d) = %d and store_entity_id in (%d, %d)"
            .formatted(change, each, rest, store.entity(PAPER).id(), store.entity(DIGITAL).id()));
  }

  private RecordFilter all() {
    return RecordFilter.all().withStore(store.id());
  }

  private List<RecordFilter> filters() {
    return List.of(
        all(),
        RecordFilter.all().withStoreEntity(store.entity(PAPER).id()),
        all().withStatuses(SyncStatus.readyToProcess()),
        all().withStatuses(EnumSet.of(SyncStatus.PROCESSED)),
        all().withTexts("C-1", null, null, null),
        all().withTexts(null, null, null, "torn").withNewest(100_000),
        all().withNotAttemptedSince(Instant.parse("2026-11-02T00:00:00Z")));
  }

  @Test
  void every_page_of_every_order_is_its_part_of_the_whole_list() {
    for (RecordFilter filter : filters()) {
      for (RecordSort.Column column : RecordSort.Column.values()) {
        for (boolean ascending : List.of(true, false)) {
          assertPages(filter, List.of(new RecordSort(column, ascending)));
        }
      }
    }
  }

  @Test
  void every_page_in_loading_order_is_its_part_of_the_whole_list() {
    filters().forEach(filter -> assertPages(filter, List.of()));
  }

  /** Whatever is known of its length: each has another way to read the page. */
  private void assertPages(RecordFilter filter, List<RecordSort> sorts) {
    List<Long> whole = expected(filter, sorts);
    assertThat(whole).isNotEmpty();
    assertThat(list.count(filter)).isEqualTo(RecordCount.of(whole.size()));
    for (RecordCount length :
        List.of(MANY, RecordCount.of(whole.size()), new RecordCount(whole.size(), false, false))) {
      for (int first = 0; first < whole.size(); first += PAGE) {
        assertThat(ids(list.page(filter, sorts, first, PAGE, length)))
            .as("%s by %s from %d, %s", filter, sorts, first, length)
            .isEqualTo(whole.subList(first, Math.min(whole.size(), first + PAGE)));
      }
    }
  }

  private List<Long> expected(RecordFilter filter, List<RecordSort> sorts) {
    Comparator<SyncRecordRow> order = sorts.isEmpty() ? loadingOrder() : comparator(sorts.get(0));
    return list.page(filter, List.of(), 0, 1000).stream()
        .sorted(order)
        .map(SyncRecordRow::id)
        .toList();
  }

  private Comparator<SyncRecordRow> loadingOrder() {
    Map<String, Long> syncOrders =
        Stream.of(PAPER, DIGITAL).collect(Collectors.toMap(kind -> kind, this::syncOrder));
    return Comparator.<SyncRecordRow, Long>comparing(row -> syncOrders.get(row.kind()))
        .thenComparing(SyncRecordRow::lastAttempt, Comparator.nullsFirst(Comparator.naturalOrder()))
        .thenComparing(SyncRecordRow::id);
  }

  private long syncOrder(String kind) {
    return store.number(
        "select sync_order from store_entity where id = " + store.entity(kind).id());
  }

  private static Comparator<SyncRecordRow> comparator(RecordSort sort) {
    Comparator<SyncRecordRow> up =
        switch (sort.column()) {
          case NUMBER -> Comparator.comparing(SyncRecordRow::id);
          case EXTERNAL_ID -> nothingFirst(SyncRecordRow::externalId);
          case LOCAL_ID -> nothingFirst(SyncRecordRow::localId);
          case STATUS -> Comparator.comparing(row -> row.status().name());
          case LAST_ATTEMPT -> nothingFirst(SyncRecordRow::lastAttempt);
          case EXTERNALLY_MODIFIED -> nothingFirst(SyncRecordRow::externallyModified);
          case LATEST_SHIP_DATE -> nothingFirst(SyncRecordRow::latestShipDate);
        };
    Comparator<SyncRecordRow> total = up.thenComparing(SyncRecordRow::id);
    return sort.ascending() ? total : total.reversed();
  }

  private static <V extends Comparable<V>> Comparator<SyncRecordRow> nothingFirst(
      Function<SyncRecordRow, V> value) {
    return Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder()));
  }

  private static List<Long> ids(List<SyncRecordRow> rows) {
    return rows.stream().map(SyncRecordRow::id).toList();
  }

  @Test
  void a_place_in_an_order_leads_to_what_follows_it() {
    for (RecordOrder order : RecordOrder.values()) {
      List<Long> walked = new ArrayList<>();
      Optional<RecordPlace> place = Optional.empty();
      List<SyncRecordRow> some = list.after(all(), order, place, PAGE);
      while (!some.isEmpty()) {
        walked.addAll(ids(some));
        place = Optional.of(RecordPlace.after(some.get(some.size() - 1), order));
        some = list.after(all(), order, place, PAGE);
      }
      assertThat(walked).as(order.name()).hasSize(PAPERS).doesNotHaveDuplicates();
    }
  }

  @Test
  void a_sorted_page_of_a_limit_is_of_the_first_in_loading_order() {
    List<Long> loaded = expected(all(), List.of()).subList(0, 60);

    List<SyncRecordRow> page = list.pageOfLoaded(all(), 60, List.of(BY_ID), 0, 100);

    assertThat(ids(page)).containsExactlyInAnyOrderElementsOf(loaded);
    assertThat(page).isSortedAccordingTo(comparator(BY_ID));
  }

  @Test
  void only_so_many_of_the_newest_are_searched() {
    RecordFilter torn = all().withTexts(null, null, null, "TORN");
    List<Long> newest =
        list.page(torn, List.of(new RecordSort(RecordSort.Column.NUMBER, false)), 0, 10).stream()
            .map(SyncRecordRow::id)
            .toList();

    assertThat(ids(list.page(torn.withNewest(10), List.of(), 0, 1000)))
        .containsExactlyInAnyOrderElementsOf(newest);
    assertThat(list.count(torn.withNewest(10))).isEqualTo(RecordCount.of(10));
    assertThat(list.count(torn).counted()).isGreaterThan(10);
  }

  @Test
  void a_table_shows_page_by_page_what_was_found_within_texts() {
    RecordFilter torn = all().withTexts(null, null, null, "TORN").withNewest(30);
    for (RecordLoading loading :
        List.of(loading(torn, null, BY_ID), loading(torn, null), loading(torn, 25, BY_ID))) {
      List<Long> whole = loaded(loading);
      assertThat(whole).hasSize(loading.limit().orElse(30));
      RecordTable table = new RecordTable(list, documents, () -> loading);
      for (int first = 0; first < whole.size(); first += 7) {
        assertThat(table.count(Map.of())).isEqualTo(whole.size());
        assertThat(ids(table.rows(new TableRequest(first, 7, List.of(), Map.of()))))
            .as("%s from %d", loading, first)
            .isEqualTo(whole.subList(first, Math.min(whole.size(), first + 7)));
      }
    }
  }

  private static RecordLoading loading(RecordFilter filter, Integer limit, RecordSort... order) {
    return new RecordLoading(filter, Optional.ofNullable(limit), List.of(order));
  }

  private List<Long> loaded(RecordLoading loading) {
    RecordFilter filter = loading.filter();
    List<RecordSort> order = loading.standardOrder();
    return loading
        .limit()
        .map(limit -> ids(list.pageOfLoaded(filter, limit, order, 0, limit)))
        .orElseGet(() -> expected(filter, order));
  }

  @Test
  void a_table_is_counted_once_for_what_is_above_it_and_for_itself_and_anew_the_next_time() {
    for (RecordFilter filter :
        List.of(all(), all().withTexts(null, null, null, "torn").withNewest(1_000))) {
      RecordTable table = new RecordTable(list, documents, () -> loading(filter, null, BY_ID));
      long before = table.getMatching();
      store.sql("delete from sync_record where id = " + list.loadedIds(filter, 1).get(0));

      assertThat(table.count(Map.of())).isEqualTo(before);
      table.rows(new TableRequest(0, PAGE, List.of(), Map.of()));

      assertThat(table.count(Map.of())).isEqualTo(before - 1);
    }
  }

  @Test
  void a_table_that_means_others_than_it_counted_counts_these() {
    RecordFilter torn = all().withTexts(null, null, null, "torn").withNewest(30);
    AtomicReference<RecordFilter> meant = new AtomicReference<>(torn);
    RecordTable table = new RecordTable(list, documents, () -> loading(meant.get(), null, BY_ID));
    assertThat(table.count(Map.of())).isEqualTo(30);

    meant.set(all());

    assertThat(table.getMatching()).isEqualTo(PAPERS);
    assertThat(ids(table.rows(new TableRequest(0, PAGE, List.of(), Map.of()))))
        .isEqualTo(expected(all(), List.of(BY_ID)).subList(0, PAGE));
  }

  @Test
  void a_command_on_all_means_what_was_found_in_the_newest_whatever_it_is_narrowed_down_to() {
    RecordFilter torn = all().withTexts(null, null, null, "torn").withNewest(30);
    List<Long> whole = expected(torn, List.of());
    RecordTable table = new RecordTable(list, documents, () -> loading(torn, null));
    table.selectAll();

    RecordFilter commanded = table.selectedFilter();

    assertThat(expected(commanded, List.of())).isEqualTo(whole);
    List<Long> ofPaper = expected(commanded.withStoreEntity(store.entity(PAPER).id()), List.of());
    assertThat(ofPaper).isNotEmpty().hasSizeLessThan(whole.size()).isSubsetOf(whole);
    store.sql("delete from sync_record where id = " + whole.get(29));
    assertThat(expected(commanded, List.of())).isEqualTo(whole.subList(0, 29));
  }

  @Test
  void a_filter_that_means_no_entity_finds_nothing() {
    RecordFilter nothing = RecordFilter.all().withStore(-1L);

    assertThat(list.count(nothing)).isEqualTo(RecordCount.of(0));
    assertThat(Stream.of(list.page(nothing, List.of(), 0, 10), list.loaded(nothing, 0, 10)))
        .containsOnly(List.of());
    assertThat(list.loadedIds(nothing.withStatuses(Set.of(SyncStatus.FAILED)), 10)).isEmpty();
  }
}
