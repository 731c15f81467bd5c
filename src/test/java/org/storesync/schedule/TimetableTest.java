package org.storesync.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When a schedule is due (domain section 10). */
class TimetableTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static List<String> next(String line, ZoneId zone, String after, int count) {
    return next(Timetable.of(Rhythm.parse(line), zone), after, count);
  }

  private static List<String> next(Timetable timetable, String after, int count) {
    return timetable
        .nextExecutions(LocalDateTime.parse(after).atZone(timetable.zone()).toInstant(), count)
        .map(instant -> instant.atZone(timetable.zone()).toOffsetDateTime().toString())
        .toList();
  }

  // --- rhythms ---

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EVERY_MINUTES 15 | 2026-01-01T10:15Z | 2026-01-01T10:30Z",
        "EVERY_MINUTES 7 | 2026-01-01T23:55Z | 2026-01-02T00:00Z",
        "HOURLY 5 | 2026-01-01T10:05Z | 2026-01-01T11:05Z",
        "DAILY 02:30 | 2026-01-01T02:30Z | 2026-01-02T02:30Z",
        "WEEKLY MONDAY,THURSDAY 02:30 | 2026-01-01T02:30Z | 2026-01-05T02:30Z",
        "MONTHLY 31 02:30 | 2026-01-31T02:30Z | 2026-02-28T02:30Z",
        "MONTHLY 31 02:30 | 2028-02-01T00:00Z | 2028-02-29T02:30Z",
        "CRON 0 0 29 2 * | 2026-03-01T00:00Z | 2028-02-29T00:00Z",
        "CRON 0 0 13 * 5 | 2026-01-09T00:00Z | 2026-01-13T00:00Z",
        "CRON */15 6-20 * * MON-FRI | 2026-01-02T20:45Z | 2026-01-05T06:00Z",
      })
  void each_rhythm_finds_its_next_time(String line, OffsetDateTime after, OffsetDateTime expected) {
    assertThat(Timetable.of(Rhythm.parse(line), ZoneOffset.UTC).nextAfter(after.toInstant()))
        .contains(expected.toInstant());
  }

  @Test
  void a_day_that_never_comes_is_never_due() {
    assertThat(next("CRON 0 0 30 2 *", BERLIN, "2026-01-01T00:00", 1)).isEmpty();
  }

  // --- when the clocks change ---

  @Test
  void a_time_that_the_clock_skips_is_due_once_when_it_has_gone_on() {
    assertThat(next("DAILY 02:30", BERLIN, "2026-03-28T12:00", 2))
        .containsExactly("2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00");
    assertThat(next("CRON 15,45 2 * * *", NEW_YORK, "2026-03-07T12:00", 3))
        .containsExactly(
            "2026-03-08T03:00-04:00", "2026-03-09T02:15-04:00", "2026-03-09T02:45-04:00");
  }

  @Test
  void a_time_that_comes_twice_is_due_the_first_time() {
    assertThat(next("DAILY 02:30", BERLIN, "2026-10-24T12:00", 2))
        .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
    assertThat(next("CRON 30 1 * * *", NEW_YORK, "2026-10-31T12:00", 2))
        .containsExactly("2026-11-01T01:30-04:00", "2026-11-02T01:30-05:00");
  }

  @Test
  void what_is_due_in_each_hour_goes_on_through_a_change() {
    assertThat(next("HOURLY 30", BERLIN, "2026-03-29T00:45", 2))
        .containsExactly("2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00");
    assertThat(next("EVERY_MINUTES 30", NEW_YORK, "2026-11-01T00:45", 5))
        .containsExactly(
            "2026-11-01T01:00-04:00",
            "2026-11-01T01:30-04:00",
            "2026-11-01T01:00-05:00",
            "2026-11-01T01:30-05:00",
            "2026-11-01T02:00-05:00");
  }

  static Stream<Arguments> rhythmsAroundChanges() {
    List<String> lines =
        List.of(
            "EVERY_MINUTES 1",
            "EVERY_MINUTES 7",
            "EVERY_MINUTES 90",
            "HOURLY 0",
            "HOURLY 59",
            "DAILY 00:00",
            "DAILY 01:59",
            "DAILY 02:00",
            "DAILY 02:59",
            "DAILY 03:00",
            "WEEKLY SUNDAY 02:30",
            "MONTHLY 25 02:00",
            "CRON */20 1-3 * * *",
            "CRON 0 * * * *",
            "CRON 59 2 * * 0");
    List<Arguments> all = new ArrayList<>();
    for (String line : lines) {
      for (ZoneId zone : List.of(BERLIN, NEW_YORK, ZoneId.of("Australia/Lord_Howe"))) {
        ZoneOffsetTransition first =
            zone.getRules().nextTransition(Instant.parse("2026-01-01T00:00:00Z"));
        ZoneOffsetTransition second = zone.getRules().nextTransition(first.getInstant());
        all.add(Arguments.of(line, zone, first));
        all.add(Arguments.of(line, zone, second));
      }
    }
    return all.stream();
  }

  /** Against the definition, looked up minute by minute. */
  @ParameterizedTest
  @MethodSource("rhythmsAroundChanges")
  void around_each_change_all_that_is_due_is_found_and_nothing_else(
      String line, ZoneId zone, ZoneOffsetTransition change) {
    Rhythm rhythm = Rhythm.parse(line);
    Instant begin = change.getInstant().minus(Duration.ofHours(30));
    Instant end = change.getInstant().plus(Duration.ofHours(30));
    List<Instant> expected =
        Stream.iterate(begin.plus(1, ChronoUnit.MINUTES), minute -> minute.plusSeconds(60))
            .takeWhile(minute -> minute.isBefore(end))
            .filter(minute -> isDue(rhythm, zone, change, minute))
            .toList();

    assertThat(
            Timetable.of(rhythm, zone)
                .nextExecutions(begin, 10_000)
                .takeWhile(instant -> instant.isBefore(end)))
        .containsExactlyElementsOf(expected);
  }

  private static boolean isDue(
      Rhythm rhythm, ZoneId zone, ZoneOffsetTransition change, Instant minute) {
    ZonedDateTime time = minute.atZone(zone);
    boolean again = !time.withEarlierOffsetAtOverlap().equals(time);
    boolean inPlaceOfSkipped =
        change.isGap()
            && minute.equals(change.getInstant())
            && !rhythm.inEachHour()
            && Stream.iterate(change.getDateTimeBefore(), skipped -> skipped.plusMinutes(1))
                .takeWhile(skipped -> skipped.isBefore(change.getDateTimeAfter()))
                .anyMatch(skipped -> matches(rhythm, skipped));
    return inPlaceOfSkipped
        || matches(rhythm, time.toLocalDateTime()) && (!again || rhythm.inEachHour());
  }

  private static boolean matches(Rhythm rhythm, LocalDateTime time) {
    return rhythm.after(time.minusNanos(1)).filter(time::equals).isPresent();
  }

  // --- start, end, window ---

  private static Timetable hourly(String starts, String ends, String from, String to) {
    return new Timetable(
        Rhythm.parse("HOURLY 0"),
        BERLIN,
        Optional.ofNullable(starts).map(LocalDate::parse),
        Optional.ofNullable(ends).map(LocalDate::parse),
        Optional.ofNullable(from)
            .map(begin -> new DayWindow(LocalTime.parse(begin), LocalTime.parse(to))));
  }

  @Test
  void the_first_and_the_last_day_are_days_of_its_zone() {
    assertThat(next(hourly("2026-05-02", "2026-05-02", null, null), "2026-04-01T00:00", 30))
        .hasSize(24)
        .startsWith("2026-05-02T00:00+02:00")
        .endsWith("2026-05-02T23:00+02:00");
  }

  @Test
  void an_end_before_the_start_leaves_nothing() {
    assertThat(next(hourly("2026-05-02", "2026-05-01", null, null), "2026-04-01T00:00", 1))
        .isEmpty();
  }

  @Test
  void a_daily_window_leaves_out_what_lies_outside() {
    assertThat(next(hourly(null, null, "08:00", "10:00"), "2026-05-01T09:30", 3))
        .containsExactly(
            "2026-05-02T08:00+02:00", "2026-05-02T09:00+02:00", "2026-05-03T08:00+02:00");
  }

  @Test
  void a_daily_window_may_pass_midnight() {
    assertThat(next(hourly(null, null, "23:00", "01:00"), "2026-05-01T12:00", 3))
        .containsExactly(
            "2026-05-01T23:00+02:00", "2026-05-02T00:00+02:00", "2026-05-02T23:00+02:00");
  }

  @Test
  void a_window_that_no_execution_meets_leaves_nothing() {
    Timetable never =
        new Timetable(
            Rhythm.parse("DAILY 03:00"),
            BERLIN,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new DayWindow(LocalTime.of(8, 0), LocalTime.of(18, 0))));

    assertThat(never.nextAfter(Instant.parse("2026-05-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void a_window_that_opens_in_the_skipped_hour_opens_when_the_clock_has_gone_on() {
    assertThat(next(hourly(null, null, "02:30", "04:00"), "2026-03-28T12:00", 2))
        .containsExactly("2026-03-29T03:00+02:00", "2026-03-30T03:00+02:00");
  }

  // --- of any timetable ---

  @Property(tries = 300)
  void the_next_executions_lie_ahead_one_after_the_other_and_where_the_timetable_allows_them(
      @ForAll("timetables") Timetable timetable, @ForAll("instants") Instant after) {
    Instant before = after;
    for (Instant next : timetable.nextExecutions(after, 20).toList()) {
      assertThat(next).isAfter(before);
      assertThat(timetable.allows(next)).isTrue();
      before = next;
    }
  }

  @Provide
  Arbitrary<Timetable> timetables() {
    Arbitrary<DayWindow> windows =
        Combinators.combine(
                Arbitraries.integers().between(0, 23), Arbitraries.integers().between(0, 23))
            .as((from, to) -> new DayWindow(LocalTime.of(from, 0), LocalTime.of(to, 30)));
    Arbitrary<LocalDate> days =
        Arbitraries.integers().between(1, 365).map(day -> LocalDate.ofYearDay(2026, day));
    return Combinators.combine(
            Arbitraries.of(
                    "EVERY_MINUTES 7",
                    "EVERY_MINUTES 90",
                    "HOURLY 30",
                    "DAILY 02:30",
                    "WEEKLY SUNDAY 02:30",
                    "MONTHLY 31 00:00",
                    "CRON */20 1-3 * * *",
                    "CRON 0 0 29 2 *")
                .map(Rhythm::parse),
            Arbitraries.of(BERLIN, NEW_YORK, ZoneId.of("Australia/Lord_Howe"), ZoneOffset.UTC),
            days.optional(0.3),
            days.optional(0.3),
            windows.optional(0.5))
        .as(Timetable::new);
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(0, 366L * 24 * 60)
        .map(minutes -> Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60 * minutes));
  }
}
