package org.storesync.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.storesync.connector.SourceLimits;
import org.storesync.connector.TimeWindow;
import org.storesync.kind.PlannedWindow;
import org.storesync.kind.PrepareMode;

/** What the page of Prepare Data says before the click (domain section 2). */
class PreparePreviewTest {

  private static final TimeWindow WINDOW =
      new TimeWindow(Instant.EPOCH, Instant.parse("2026-11-24T12:00:00Z"));

  @ParameterizedTest
  @CsvSource({"INCREMENTAL, FULL, true", "FULL, FULL, false"})
  void it_says_whether_another_mode_is_used_than_was_picked(
      PrepareMode picked, PrepareMode used, boolean replaced) {
    PreparePreview preview =
        PreparePreview.of(picked, new PlannedWindow(used, WINDOW), limits(Duration.ofSeconds(1)));

    assertThat(preview.mode()).isEqualTo(used);
    assertThat(preview.replaced()).isEqualTo(replaced);
    assertThat(preview.from()).isEqualTo(WINDOW.from());
    assertThat(preview.to()).isEqualTo(WINDOW.to());
  }

  @Test
  void it_says_how_many_documents_come_at_once_and_how_many_an_hour_after_that() {
    PreparePreview slow = preview(Duration.ofSeconds(180));

    assertThat(slow.documentsPerCall()).isEqualTo(100);
    assertThat(slow.documentsAtOnce()).isEqualTo(2_000);
    assertThat(slow.documentsPerHour()).isEqualTo(2_000);
    assertThat(preview(Duration.ZERO).documentsPerHour()).isEqualTo(360_000_000);
  }

  private static PreparePreview preview(Duration timePerFurtherCall) {
    return PreparePreview.of(
        PrepareMode.FULL, new PlannedWindow(PrepareMode.FULL, WINDOW), limits(timePerFurtherCall));
  }

  private static SourceLimits limits(Duration timePerFurtherCall) {
    return new SourceLimits(
        Duration.ofMinutes(2), Instant.EPOCH, Duration.ofHours(1), 100, 20, timePerFurtherCall);
  }
}
