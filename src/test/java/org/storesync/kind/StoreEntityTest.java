package org.storesync.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.kind.PrepareMode.FULL;
import static org.storesync.kind.PrepareMode.INCREMENTAL;
import static org.storesync.kind.PrepareMode.INCREMENTAL_BY_DATE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;
import org.storesync.connector.SourceLimits;
import org.storesync.connector.TimeWindow;

/** Which window a run reads, and what it does to the baseline (domain section 4). */
class StoreEntityTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant BEFORE = NOW.minus(Duration.ofHours(1));
  private static final Instant UPPER_BOUND = NOW.minus(Duration.ofMinutes(2));
  private static final Instant EARLIEST = Instant.parse("2024-11-24T12:00:00Z");
  private static final SourceLimits LIMITS =
      new SourceLimits(
          Duration.ofMinutes(2), EARLIEST, Duration.ofHours(24), 100, 20, Duration.ofSeconds(60));

  private static Instant day(int dayOfNovember) {
    return Instant.parse("2026-11-%02dT00:00:00Z".formatted(dayOfNovember));
  }

  // --- the window ---

  @ParameterizedTest
  @EnumSource(PrepareMode.class)
  void the_first_preparation_is_full_without_a_range_whatever_was_picked(PrepareMode picked)
      throws RangeRefused {
    PlannedWindow plan = neverPrepared().windowFor(picked, DateRange.open(), LIMITS, NOW);

    assertThat(plan).isEqualTo(new PlannedWindow(FULL, new TimeWindow(EARLIEST, UPPER_BOUND)));
  }

  @Test
  void the_first_preparation_ignores_the_range_of_an_incremental_by_date() throws RangeRefused {
    PlannedWindow plan =
        neverPrepared().windowFor(INCREMENTAL_BY_DATE, DateRange.of(day(1), day(2)), LIMITS, NOW);

    assertThat(plan).isEqualTo(new PlannedWindow(FULL, new TimeWindow(EARLIEST, UPPER_BOUND)));
  }

  @Test
  void the_first_preparation_keeps_a_full_with_a_range_as_asked() throws RangeRefused {
    PlannedWindow plan = neverPrepared().windowFor(FULL, DateRange.of(day(1), day(2)), LIMITS, NOW);

    assertThat(plan).isEqualTo(new PlannedWindow(FULL, new TimeWindow(day(1), day(2))));
  }

  @Test
  void incremental_reads_from_five_minutes_before_the_baseline_to_the_upper_bound()
      throws RangeRefused {
    PlannedWindow plan = readUpTo(day(20)).windowFor(INCREMENTAL, DateRange.open(), LIMITS, NOW);

    assertThat(plan)
        .isEqualTo(
            new PlannedWindow(
                INCREMENTAL, new TimeWindow(Instant.parse("2026-11-19T23:55:00Z"), UPPER_BOUND)));
  }

  @Test
  void incremental_asks_for_nothing_that_the_source_no_longer_has() throws RangeRefused {
    StoreEntity longAgo = readUpTo(EARLIEST.minus(Duration.ofDays(100)));

    assertThat(longAgo.windowFor(INCREMENTAL, DateRange.open(), LIMITS, NOW).window().from())
        .isEqualTo(EARLIEST);
  }

  @Test
  void incremental_right_after_a_run_reads_the_overlap_again() throws RangeRefused {
    TimeWindow window =
        readUpTo(NOW).windowFor(INCREMENTAL, DateRange.open(), LIMITS, NOW).window();

    assertThat(window).isEqualTo(new TimeWindow(NOW.minus(Duration.ofMinutes(5)), UPPER_BOUND));
  }

  @Test
  void incremental_by_date_reads_the_given_range() throws RangeRefused {
    PlannedWindow plan =
        readUpTo(day(20)).windowFor(INCREMENTAL_BY_DATE, DateRange.of(day(1), day(2)), LIMITS, NOW);

    assertThat(plan)
        .isEqualTo(new PlannedWindow(INCREMENTAL_BY_DATE, new TimeWindow(day(1), day(2))));
  }

  @Test
  void a_range_that_ends_in_the_future_ends_at_the_upper_bound() throws RangeRefused {
    TimeWindow window =
        readUpTo(day(20))
            .windowFor(INCREMENTAL_BY_DATE, DateRange.of(day(24), day(30)), LIMITS, NOW)
            .window();

    assertThat(window).isEqualTo(new TimeWindow(day(24), UPPER_BOUND));
  }

  @Test
  void full_without_a_range_reads_everything_that_the_source_still_has() throws RangeRefused {
    PlannedWindow plan = readUpTo(day(20)).windowFor(FULL, DateRange.open(), LIMITS, NOW);

    assertThat(plan).isEqualTo(new PlannedWindow(FULL, new TimeWindow(EARLIEST, UPPER_BOUND)));
  }

  @Test
  void full_without_a_start_begins_at_the_earliest_and_without_an_end_ends_at_the_upper_bound()
      throws RangeRefused {
    StoreEntity entity = readUpTo(day(20));

    assertThat(entity.windowFor(FULL, until(day(3)), LIMITS, NOW).window())
        .isEqualTo(new TimeWindow(EARLIEST, day(3)));
    assertThat(entity.windowFor(FULL, since(day(3)), LIMITS, NOW).window())
        .isEqualTo(new TimeWindow(day(3), UPPER_BOUND));
  }

  // --- refused ranges ---

  @Test
  void incremental_by_date_without_both_ends_is_refused() {
    assertRefused(INCREMENTAL_BY_DATE, since(day(3)), RangeRefused.Reason.INCOMPLETE);
    assertRefused(INCREMENTAL_BY_DATE, until(day(3)), RangeRefused.Reason.INCOMPLETE);
    assertRefused(INCREMENTAL_BY_DATE, DateRange.open(), RangeRefused.Reason.INCOMPLETE);
  }

  @ParameterizedTest
  @EnumSource(
      value = PrepareMode.class,
      names = {"INCREMENTAL_BY_DATE", "FULL"})
  void a_range_upside_down_or_empty_is_refused(PrepareMode mode) {
    assertRefused(mode, DateRange.of(day(3), day(2)), RangeRefused.Reason.EMPTY);
    assertRefused(mode, DateRange.of(day(3), day(3)), RangeRefused.Reason.EMPTY);
  }

  @ParameterizedTest
  @EnumSource(
      value = PrepareMode.class,
      names = {"INCREMENTAL_BY_DATE", "FULL"})
  void a_range_in_the_future_is_refused(PrepareMode mode) {
    assertRefused(mode, DateRange.of(day(25), day(26)), RangeRefused.Reason.IN_THE_FUTURE);
    assertRefused(mode, DateRange.of(UPPER_BOUND, day(26)), RangeRefused.Reason.IN_THE_FUTURE);
  }

  @ParameterizedTest
  @EnumSource(
      value = PrepareMode.class,
      names = {"INCREMENTAL_BY_DATE", "FULL"})
  void a_range_beyond_what_the_source_offers_is_refused(PrepareMode mode) {
    assertRefused(
        mode, DateRange.of(EARLIEST.minusSeconds(1), day(2)), RangeRefused.Reason.TOO_EARLY);
  }

  @Test
  void nothing_can_be_prepared_before_the_earliest_order_date_has_come() {
    SourceLimits tomorrow =
        new SourceLimits(
            Duration.ofMinutes(2), day(25), Duration.ofHours(24), 1, 1, Duration.ofSeconds(1));

    assertThatThrownBy(
            () -> neverPrepared().windowFor(INCREMENTAL, DateRange.open(), tomorrow, NOW))
        .isInstanceOfSatisfying(
            RangeRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(RangeRefused.Reason.NOTHING_YET));
  }

  // --- the baseline ---

  @Test
  void incremental_moves_the_baseline_to_the_upper_bound() throws RangeRefused {
    StoreEntity entity = readUpTo(day(20));
    succeeds(entity, INCREMENTAL, DateRange.open());

    assertThat(entity.baseline()).contains(UPPER_BOUND);
    assertThat(entity.lastIncrementalAt()).contains(NOW);
    assertThat(entity.lastFullAt()).contains(BEFORE);
  }

  @Test
  void incremental_closes_a_gap_that_the_source_can_no_longer_fill() throws RangeRefused {
    StoreEntity entity = readUpTo(EARLIEST.minus(Duration.ofDays(100)));
    succeeds(entity, INCREMENTAL, DateRange.open());

    assertThat(entity.baseline()).contains(UPPER_BOUND);
  }

  @Test
  void incremental_by_date_leaves_the_baseline_and_has_its_own_time_stamp() throws RangeRefused {
    StoreEntity entity = readUpTo(day(20));
    succeeds(entity, INCREMENTAL_BY_DATE, DateRange.of(day(19), day(23)));

    assertThat(entity.baseline()).contains(day(20));
    assertThat(entity.lastByDateAt()).contains(NOW);
    assertThat(entity.lastIncrementalAt()).contains(BEFORE);
  }

  @Test
  void full_moves_the_baseline_to_the_upper_bound_and_counts_as_incremental_too()
      throws RangeRefused {
    StoreEntity entity = readUpTo(day(20));
    succeeds(entity, FULL, DateRange.open());

    assertThat(entity.baseline()).contains(UPPER_BOUND);
    assertThat(entity.lastFullAt()).contains(NOW);
    assertThat(entity.lastIncrementalAt()).contains(NOW);
  }

  @Test
  void full_over_everything_closes_a_gap_that_the_source_can_no_longer_fill() throws RangeRefused {
    StoreEntity entity = readUpTo(EARLIEST.minus(Duration.ofDays(100)));
    succeeds(entity, FULL, DateRange.open());

    assertThat(entity.baseline()).contains(UPPER_BOUND);
  }

  @Test
  void full_with_a_range_that_starts_at_or_before_the_baseline_moves_it_to_the_end_of_the_range()
      throws RangeRefused {
    StoreEntity before = readUpTo(day(20));
    succeeds(before, FULL, DateRange.of(day(19), day(22)));
    StoreEntity at = readUpTo(day(20));
    succeeds(at, FULL, DateRange.of(day(20), day(22)));

    assertThat(before.baseline()).contains(day(22));
    assertThat(at.baseline()).contains(day(22));
  }

  @Test
  void full_with_a_range_that_starts_after_the_baseline_jumps_no_gap() throws RangeRefused {
    StoreEntity entity = readUpTo(day(20));
    succeeds(entity, FULL, DateRange.of(day(21), day(22)));

    assertThat(entity.baseline()).contains(day(20));
    assertThat(entity.lastFullAt()).contains(NOW);
  }

  @Test
  void full_with_a_range_that_ends_before_the_baseline_never_moves_it_backwards()
      throws RangeRefused {
    StoreEntity entity = readUpTo(day(20));
    succeeds(entity, FULL, DateRange.of(day(1), day(10)));

    assertThat(entity.baseline()).contains(day(20));
  }

  @Test
  void full_with_a_range_sets_the_first_baseline_to_its_end() throws RangeRefused {
    StoreEntity entity = neverPrepared();
    succeeds(entity, FULL, DateRange.of(day(1), day(10)));

    assertThat(entity.baseline()).contains(day(10));
  }

  @Test
  void a_failed_run_moves_nothing_and_its_error_is_cleared_by_the_next_success()
      throws RangeRefused {
    StoreEntity entity = readUpTo(day(20));
    entity.prepareFailed("The source is down.", NOW);

    assertThat(entity.baseline()).contains(day(20));
    assertThat(entity.lastError()).contains("The source is down.");
    assertThat(entity.lastErrorAt()).contains(NOW);

    succeeds(entity, INCREMENTAL_BY_DATE, DateRange.of(day(1), day(2)));

    assertThat(entity.lastError()).isEmpty();
    assertThat(entity.lastErrorAt()).isEmpty();
  }

  private static StoreEntity neverPrepared() {
    return new StoreEntity(1, new SomeKind());
  }

  private static StoreEntity readUpTo(Instant baseline) {
    StoreEntity entity = neverPrepared();
    DateRange range = DateRange.of(baseline.minusSeconds(1), baseline);
    entity.prepared(
        new PlannedWindow(FULL, new TimeWindow(baseline.minusSeconds(1), baseline)), range, BEFORE);
    return entity;
  }

  private static void succeeds(StoreEntity entity, PrepareMode mode, DateRange range)
      throws RangeRefused {
    entity.prepared(entity.windowFor(mode, range, LIMITS, NOW), range, NOW);
  }

  private static void assertRefused(PrepareMode mode, DateRange range, RangeRefused.Reason reason) {
    assertThatThrownBy(() -> readUpTo(day(20)).windowFor(mode, range, LIMITS, NOW))
        .isInstanceOfSatisfying(
            RangeRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static DateRange since(Instant from) {
    return new DateRange(Optional.of(from), Optional.empty());
  }

  private static DateRange until(Instant to) {
    return new DateRange(Optional.empty(), Optional.of(to));
  }

  record SomeDocument(DocumentId id, Optional<Instant> modified) implements Document {}

  static final class SomeKind implements EntityKind<SomeDocument> {
    @Override
    public String code() {
      return "SOME";
    }

    @Override
    public Class<SomeDocument> documentClass() {
      return SomeDocument.class;
    }

    @Override
    public Direction direction() {
      return Direction.IMPORT;
    }

    @Override
    public int syncOrder() {
      return 1;
    }

    @Override
    public String caption(Locale language) {
      return "Some";
    }

    @Override
    public boolean takes(SomeDocument document) {
      return true;
    }

    @Override
    public Verdict judge(SomeDocument document, boolean synchronizedBefore) {
      return Verdict.accepted();
    }

    @Override
    public DocumentSummary summarize(SomeDocument document) {
      return new DocumentSummary("", Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public List<Prerequisite> prerequisites(SomeDocument document) {
      return List.of();
    }

    @Override
    public List<String> problems(SomeDocument document) {
      return List.of();
    }

    @Override
    public boolean uniqueLocalId() {
      return true;
    }
  }
}
