package org.storesync.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;
import static org.storesync.kind.PrepareMode.INCREMENTAL;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.record.RecordFilter;

/** The file of more records than are ever read at once. */
@ArquillianTest
class SyncRecordFileIT {

  private static final int RECORDS = 2 * SyncRecordFile.READ_AT_ONCE + 100;

  @Inject private ExtensionStores stores;
  @Inject private SyncRecordFile file;

  /** Notes how much was written whenever a part was handed on. */
  private static final class Parts extends ByteArrayOutputStream {

    private final List<Integer> lengths = new ArrayList<>();

    @Override
    public void flush() {
      if (lengths.isEmpty() || lengths.get(lengths.size() - 1) < size()) {
        lengths.add(size());
      }
    }
  }

  @Test
  void any_number_of_records_is_written_part_by_part_and_each_once() throws Exception {
    ExtensionStore store = stores.withLedger();
    store.stall().pagesOf(1000);
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
    for (int number = 1; number <= RECORDS; number++) {
      store.stall().put(aCoupon("=F-" + number, yesterday));
    }
    store.prepare(INCREMENTAL, PAPER);
    Parts parts = new Parts();

    file.write(RecordFilter.all().withStore(store.id()), parts);

    List<String> lines = parts.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(RECORDS + 1);
    assertThat(lines.subList(1, lines.size()))
        .extracting(line -> Long.valueOf(line.replaceAll(",.*", "")))
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(lines.subList(1, lines.size())).allMatch(line -> line.contains(",'=F-"));
    assertThat(parts.lengths).hasSize(3);
  }
}
