package org.storesync.unattended;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** When something is due, worked out without the code that is tested: minute by minute. */
interface DueTimes {

  /** The instants after the first one, up to and with the second, in their order. */
  List<Instant> between(Instant after, Instant until);

  /** Whenever the clock of the zone shows such a time. */
  static DueTimes when(ZoneId zone, Predicate<LocalTime> shown) {
    return (after, until) ->
        Stream.iterate(
                after.truncatedTo(ChronoUnit.MINUTES),
                minute -> !minute.isAfter(until),
                minute -> minute.plus(1, ChronoUnit.MINUTES))
            .filter(minute -> minute.isAfter(after))
            .filter(minute -> shown.test(minute.atZone(zone).toLocalTime()))
            .toList();
  }

  /** Once each day; where the clock skips the time, when it has gone on. */
  static DueTimes daily(ZoneId zone, LocalTime time) {
    return (after, until) ->
        day(after, zone)
            .minusDays(1)
            .datesUntil(day(until, zone).plusDays(2))
            .map(day -> first(day.atTime(time), zone))
            .filter(due -> due.isAfter(after) && !due.isAfter(until))
            .toList();
  }

  private static LocalDate day(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalDate();
  }

  private static Instant first(LocalDateTime time, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    return offsets.isEmpty()
        ? zone.getRules().getTransition(time).getInstant()
        : time.toInstant(offsets.get(0));
  }
}
