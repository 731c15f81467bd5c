package org.storesync.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a schedule is due (domain section 10). A time that the clock skips is due once, when the
 * clock has gone on; a time that comes twice is due the first time. A rhythm that is due in each
 * hour simply goes on through both.
 *
 * @param rhythm at which times of the clock
 * @param zone whose clock
 * @param startsOn the first day; absent: from now on
 * @param endsOn the last day; absent: for ever
 * @param window the part of each day; absent: all of it
 */
public record Timetable(
    Rhythm rhythm,
    ZoneId zone,
    Optional<LocalDate> startsOn,
    Optional<LocalDate> endsOn,
    Optional<DayWindow> window) {

  /** Beyond this nothing is looked for: eight years can lie between two leap days. */
  private static final Duration HORIZON = Duration.ofDays(9 * 366);

  /** More than any zone ever moved its clocks at once. */
  private static final Duration LARGEST_CHANGE = Duration.ofDays(1);

  /** All day long, from now on. */
  public static Timetable of(Rhythm rhythm, ZoneId zone) {
    return new Timetable(rhythm, zone, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The next execution after this instant; absent if there is none. */
  public Optional<Instant> nextAfter(Instant after) {
    Instant from = start().filter(after::isBefore).map(start -> start.minusNanos(1)).orElse(after);
    Instant horizon = from.plus(HORIZON);
    Optional<Instant> next = rhythmAfter(from);
    while (next.isPresent() && !inWindow(next.get()) && next.get().isBefore(horizon)) {
      next = rhythmAfter(beforeNextWindow(next.get()));
    }
    return next.filter(this::allows);
  }

  /** The next executions after this instant, at most so many. */
  public Stream<Instant> nextExecutions(Instant after, int atMost) {
    return Stream.iterate(
            nextAfter(after), Optional::isPresent, next -> next.flatMap(this::nextAfter))
        .flatMap(Optional::stream)
        .limit(atMost);
  }

  /**
   * Whether something may begin at this instant: after the start, before the end, in the window.
   */
  public boolean allows(Instant instant) {
    return start().filter(instant::isBefore).isEmpty()
        && end().filter(end -> !instant.isBefore(end)).isEmpty()
        && inWindow(instant);
  }

  private Optional<Instant> start() {
    return startsOn.map(day -> day.atStartOfDay(zone).toInstant());
  }

  private Optional<Instant> end() {
    return endsOn.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private boolean inWindow(Instant instant) {
    return window.map(part -> part.contains(instant.atZone(zone).toLocalTime())).orElse(true);
  }

  /** Spares the search those times that lie outside anyway. */
  private Instant beforeNextWindow(Instant outside) {
    ZonedDateTime local = outside.atZone(zone);
    LocalDateTime opening = local.toLocalDate().atTime(window.orElseThrow().from());
    LocalDateTime next = opening.isAfter(local.toLocalDateTime()) ? opening : opening.plusDays(1);
    Instant before = next.atZone(zone).toInstant().minus(LARGEST_CHANGE);
    return before.isAfter(outside) ? before : outside;
  }

  /** Goes from one change of the clock to the next; in between all hours are plain. */
  private Optional<Instant> rhythmAfter(Instant after) {
    ZoneRules rules = zone.getRules();
    Instant from = after;
    while (true) {
      ZoneOffset offset = rules.getOffset(from);
      Optional<LocalDateTime> next = rhythm.after(LocalDateTime.ofInstant(from, offset));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      Instant due = next.get().toInstant(offset);
      Optional<ZoneOffsetTransition> change = Optional.ofNullable(rules.nextTransition(from));
      Optional<Instant> changeBefore =
          change.map(ZoneOffsetTransition::getInstant).filter(at -> !due.isBefore(at));
      if (changeBefore.isEmpty() && !comesAgain(next.get(), offset)) {
        return Optional.of(due);
      }
      if (changeBefore.isPresent() && isDueAt(change.get())) {
        return changeBefore;
      }
      from = changeBefore.orElse(due);
    }
  }

  /** Whether it was this time of the clock once before, and that is enough. */
  private boolean comesAgain(LocalDateTime time, ZoneOffset offset) {
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    return !rhythm.inEachHour()
        && change != null
        && change.isOverlap()
        && change.getOffsetAfter().equals(offset);
  }

  /** Whether the moment of the change itself is one, or stands for those that are skipped. */
  private boolean isDueAt(ZoneOffsetTransition change) {
    if (change.isOverlap() && !rhythm.inEachHour()) {
      return false;
    }
    LocalDateTime after = change.getDateTimeAfter();
    LocalDateTime first =
        change.isGap() && !rhythm.inEachHour() ? change.getDateTimeBefore() : after;
    return rhythm.after(first.minusNanos(1)).filter(time -> !time.isAfter(after)).isPresent();
  }
}
