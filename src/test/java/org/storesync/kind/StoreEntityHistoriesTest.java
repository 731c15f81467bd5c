package org.storesync.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.storesync.connector.SourceLimits;
import org.storesync.connector.TimeWindow;

/**
 * What holds of windows and the baseline whatever is prepared, in any order (domain section 4): by
 * a source that forgets after two years, and a store with an earliest order date.
 */
class StoreEntityHistoriesTest {

  private static final Instant BEGIN = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant EARLIEST_ORDER_DATE = BEGIN.minus(Duration.ofDays(100));
  private static final Duration LAG = Duration.ofMinutes(2);
  private static final Duration OFFERED = Duration.ofDays(730);

  /**
   * A preparation that somebody asks for.
   *
   * @param pause since the one before
   * @param from how long before now the range begins
   * @param to how long before now it ends
   * @param succeeds whether all of it could be read
   */
  record Asked(
      Duration pause,
      PrepareMode mode,
      Optional<Duration> from,
      Optional<Duration> to,
      boolean succeeds) {

    DateRange range(Instant now) {
      return mode == PrepareMode.INCREMENTAL
          ? DateRange.open()
          : new DateRange(from.map(now::minus), to.map(now::minus));
    }
  }

  /** A preparation that was not refused. */
  record Step(
      Asked asked,
      DateRange range,
      SourceLimits limits,
      Instant upperBound,
      Optional<Instant> baselineBefore,
      PlannedWindow plan,
      Optional<Instant> baselineAfter) {}

  @Provide
  Arbitrary<List<Asked>> preparations() {
    Arbitrary<Duration> near = Arbitraries.longs().between(-200, 600).map(Duration::ofMinutes);
    Arbitrary<Duration> far = Arbitraries.longs().between(0, 900).map(Duration::ofDays);
    Arbitrary<Duration> pauses =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.longs().between(0, 600).map(Duration::ofSeconds)),
            Tuple.of(3, Arbitraries.longs().between(0, 600).map(Duration::ofMinutes)),
            Tuple.of(1, far));
    Arbitrary<Optional<Duration>> ends =
        Arbitraries.frequencyOf(Tuple.of(2, near), Tuple.of(1, far)).optional(0.8);
    return Combinators.combine(
            pauses,
            Arbitraries.of(PrepareMode.class),
            ends,
            ends,
            Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
        .as(Asked::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(15);
  }

  private static List<Step> steps(List<Asked> preparations) {
    List<Step> steps = new ArrayList<>();
    StoreEntity entity = new StoreEntity(1, new StoreEntityTest.SomeKind());
    Instant now = BEGIN;
    for (Asked asked : preparations) {
      now = now.plus(asked.pause());
      SourceLimits limits = limits(now);
      DateRange range = asked.range(now);
      Optional<Instant> before = entity.baseline();
      try {
        PlannedWindow plan = entity.windowFor(asked.mode(), range, limits, now);
        if (asked.succeeds()) {
          entity.prepared(plan, range, now);
        } else {
          entity.prepareFailed("The source is down.", now);
        }
        steps.add(new Step(asked, range, limits, now.minus(LAG), before, plan, entity.baseline()));
      } catch (RangeRefused refused) {
        assertThat(entity.baseline()).as("%s", asked).isEqualTo(before);
      }
    }
    return steps;
  }

  private static SourceLimits limits(Instant now) {
    Instant offered = now.minus(OFFERED);
    Instant earliest = offered.isBefore(EARLIEST_ORDER_DATE) ? EARLIEST_ORDER_DATE : offered;
    return new SourceLimits(LAG, earliest, Duration.ofHours(24), 100, 20, Duration.ofMinutes(1));
  }

  @Property
  void no_gap_is_ever_jumped(@ForAll("preparations") List<Asked> preparations) {
    // What was read, from where the first baseline began, without a gap: as far as the source goes.
    Optional<Instant> readUpTo = Optional.empty();
    List<TimeWindow> read = new ArrayList<>();
    for (Step step : steps(preparations)) {
      if (step.asked().succeeds() && step.plan().mode() != PrepareMode.INCREMENTAL_BY_DATE) {
        read.add(step.plan().window());
        Instant known = readUpTo.orElse(step.plan().window().from());
        Instant earliest = step.limits().earliest();
        readUpTo = Optional.of(withoutGap(known.isBefore(earliest) ? earliest : known, read));
      }
      if (step.baselineAfter().isPresent()) {
        assertThat(step.baselineAfter().get())
            .as("%s", step)
            .isBeforeOrEqualTo(readUpTo.orElseThrow());
      }
    }
  }

  /** How far windows reach from there without leaving anything out. */
  private static Instant withoutGap(Instant from, List<TimeWindow> windows) {
    Optional<Instant> further =
        windows.stream().filter(window -> window.contains(from)).map(TimeWindow::to).findFirst();
    return further.isEmpty() ? from : withoutGap(further.get(), windows);
  }

  @Property
  void the_baseline_never_moves_backwards(@ForAll("preparations") List<Asked> preparations) {
    for (Step step : steps(preparations)) {
      if (step.baselineBefore().isPresent()) {
        assertThat(step.baselineAfter().orElseThrow())
            .as("%s", step)
            .isAfterOrEqualTo(step.baselineBefore().get());
      }
    }
  }

  @Property
  void what_was_read_by_date_or_not_to_its_end_never_moves_the_baseline(
      @ForAll("preparations") List<Asked> preparations) {
    for (Step step : steps(preparations)) {
      if (step.plan().mode() == PrepareMode.INCREMENTAL_BY_DATE || !step.asked().succeeds()) {
        assertThat(step.baselineAfter()).as("%s", step).isEqualTo(step.baselineBefore());
      }
    }
  }

  @Property
  void an_incremental_or_full_from_the_baseline_on_moves_it_to_the_end_of_its_window(
      @ForAll("preparations") List<Asked> preparations) {
    for (Step step : steps(preparations)) {
      Instant end = step.plan().window().to();
      boolean reachesBaseline =
          step.baselineBefore()
              .filter(baseline -> baseline.isBefore(step.plan().window().from()))
              .isEmpty();
      if (step.asked().succeeds()
          && step.plan().mode() != PrepareMode.INCREMENTAL_BY_DATE
          && reachesBaseline
          && step.baselineBefore().filter(end::isBefore).isEmpty()) {
        assertThat(step.baselineAfter()).as("%s", step).contains(end);
      }
    }
  }

  @Property
  void as_faras_there_is_no_baseline_all_that_the_source_has_is_read_unless_a_full_was_asked_for(
      @ForAll("preparations") List<Asked> preparations) {
    for (Step step : steps(preparations)) {
      if (step.baselineBefore().isEmpty()) {
        assertThat(step.plan().mode()).as("%s", step).isEqualTo(PrepareMode.FULL);
        if (step.asked().mode() != PrepareMode.FULL || step.range().isOpen()) {
          assertThat(step.plan().window())
              .as("%s", step)
              .isEqualTo(new TimeWindow(step.limits().earliest(), step.upperBound()));
        }
      } else {
        assertThat(step.plan().mode()).as("%s", step).isEqualTo(step.asked().mode());
      }
    }
  }

  @Property
  void no_window_lies_outside_of_what_the_source_offers(
      @ForAll("preparations") List<Asked> preparations) {
    for (Step step : steps(preparations)) {
      TimeWindow window = step.plan().window();
      assertThat(window.to()).as("%s", step).isBeforeOrEqualTo(step.upperBound());
      assertThat(window.from())
          .as("%s", step)
          .isAfterOrEqualTo(step.limits().earliest())
          .isAfterOrEqualTo(EARLIEST_ORDER_DATE);
    }
  }

  @Property
  void what_has_a_baseline_reads_nothing_outside_of_the_range_that_was_asked_for(
      @ForAll("preparations") List<Asked> preparations) {
    for (Step step : steps(preparations)) {
      if (step.baselineBefore().isPresent()) {
        TimeWindow window = step.plan().window();
        step.range()
            .from()
            .ifPresent(from -> assertThat(window.from()).as("%s", step).isEqualTo(from));
        step.range()
            .to()
            .ifPresent(to -> assertThat(window.to()).as("%s", step).isBeforeOrEqualTo(to));
      }
    }
  }

  @Property
  void incremental_reads_the_overlap_before_its_baseline_again(
      @ForAll("preparations") List<Asked> preparations) {
    for (Step step : steps(preparations)) {
      if (step.plan().mode() == PrepareMode.INCREMENTAL) {
        Instant overlap = step.baselineBefore().orElseThrow().minus(StoreEntity.OVERLAP);
        Instant earliest = step.limits().earliest();
        assertThat(step.plan().window())
            .as("%s", step)
            .isEqualTo(
                new TimeWindow(overlap.isBefore(earliest) ? earliest : overlap, step.upperBound()));
      }
    }
  }
}
