package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.storesync.platform.json.DocumentJson;

class RecordFilterTest {

  private final DocumentJson json = new DocumentJson();

  @Test
  void a_filter_that_was_noted_as_json_says_the_same_when_it_is_read() {
    Instant instant = Instant.parse("2026-11-26T10:00:00.123456Z");
    RecordFilter filter =
        RecordFilter.all()
            .withStore(1L)
            .withStoreEntity(2L)
            .withKind("SALES_ORDER")
            .withStatuses(SyncStatus.readyToProcess())
            .withActive(true)
            .withAnyId("11")
            .withTexts("111-", "SO", "a \"b\"", "ü")
            .withAttempted(instant, instant.plusSeconds(1))
            .withNotAttemptedSince(instant)
            .withRun(3L)
            .withIds(List.of(4L, 5L))
            .withUpTo(6L)
            .withDownTo(2L)
            .withNewest(7);

    assertThat(json.read(json.write(filter), RecordFilter.class)).isEqualTo(filter);
    assertThat(json.read(json.write(RecordFilter.all()), RecordFilter.class))
        .isEqualTo(RecordFilter.all());
  }

  @Test
  void a_command_on_what_is_ready_leaves_the_statuses_that_were_not_asked_for_alone() {
    Set<SyncStatus> ready = SyncStatus.readyToProcess();
    RecordFilter failed = RecordFilter.all().withStatuses(Set.of(SyncStatus.FAILED));

    assertThat(failed.withinStatuses(ready)).isEqualTo(failed);
    assertThat(RecordFilter.of(List.of(4L)).withinStatuses(ready).statuses()).isEqualTo(ready);
    assertThat(
            RecordFilter.all()
                .withStatuses(Set.of(SyncStatus.PROCESSED, SyncStatus.PREPARED))
                .withinStatuses(ready)
                .statuses())
        .containsExactly(SyncStatus.PREPARED);
    assertThat(
            RecordFilter.all()
                .withStatuses(Set.of(SyncStatus.PROCESSED))
                .withinStatuses(ready)
                .ids())
        .isEmpty();
  }

  @Test
  void a_run_over_inactive_records_means_none_and_not_the_active_ones() {
    RecordFilter ofStore = RecordFilter.all().withStore(1L);

    assertThat(ofStore.withActive(false).onlyActive().ids()).isEmpty();
    assertThat(ofStore.onlyActive()).isEqualTo(ofStore.withActive(true));
    assertThat(ofStore.withActive(true).onlyActive()).isEqualTo(ofStore.withActive(true));
  }
}
