package org.storesync.schedule;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.storesync.platform.text.RoomTexts;

/**
 * At which times of the clock a schedule is due, whatever the time zone. Written as one line, by
 * which it is stored: {@code EVERY_MINUTES 15}, {@code HOURLY 5}, {@code DAILY 02:30}, {@code
 * WEEKLY MONDAY,THURSDAY 02:30}, {@code MONTHLY 31 02:30}, {@code CRON 0 2 * * 1-5}.
 */
public sealed interface Rhythm extends Serializable {

  /** The next time after this one; absent if there is none. */
  Optional<LocalDateTime> after(LocalDateTime time);

  /**
   * Whether it is due in each hour of the day: then an hour that the clock skips needs nothing in
   * its place, and one that comes twice is served twice.
   */
  boolean inEachHour();

  /** Its line, from which {@link #parse} makes it again. */
  String line();

  /** What it means, in words. */
  String words(Locale language);

  /** The forms a person can choose from. */
  enum Form {
    EVERY_MINUTES,
    HOURLY,
    DAILY,
    WEEKLY,
    MONTHLY,
    CRON
  }

  /**
   * Reads a line.
   *
   * @throws RhythmRefused if it is none
   */
  static Rhythm parse(String line) {
    String[] parts = line.strip().split("\\s+", 2);
    Form form = Lines.form(parts[0]);
    String rest = parts.length == 2 ? parts[1] : "";
    List<String> words = List.of(rest.split("\\s+"));
    return switch (form) {
      case EVERY_MINUTES -> new EveryMinutes(Lines.number(words, 0));
      case HOURLY -> new Hourly(Lines.number(words, 0));
      case DAILY -> new Daily(Lines.time(words, 0));
      case WEEKLY -> new Weekly(Lines.days(words.get(0)), Lines.time(words, 1));
      case MONTHLY -> new Monthly(Lines.number(words, 0), Lines.time(words, 1));
      case CRON -> new CronLine(rest);
    };
  }

  /** Every so many minutes, counted from midnight of each day. */
  record EveryMinutes(int minutes) implements Rhythm {
    private static final int OF_A_DAY = 24 * 60;

    public EveryMinutes {
      Lines.require(minutes >= 1 && minutes <= OF_A_DAY, "minutes", OF_A_DAY);
    }

    @Override
    public Optional<LocalDateTime> after(LocalDateTime time) {
      int minuteOfDay = time.getHour() * 60 + time.getMinute();
      int next = (minuteOfDay / minutes + 1) * minutes;
      LocalDateTime midnight = time.toLocalDate().atStartOfDay();
      return Optional.of(midnight.plusMinutes(Math.min(next, OF_A_DAY)));
    }

    @Override
    public boolean inEachHour() {
      return minutes <= 60;
    }

    @Override
    public String line() {
      return Form.EVERY_MINUTES + " " + minutes;
    }

    @Override
    public String words(Locale language) {
      return Lines.TEXTS.text(language, "rhythm.EVERY_MINUTES.words", minutes);
    }
  }

  /** Each hour at this minute. */
  record Hourly(int minute) implements Rhythm {

    public Hourly {
      Lines.require(minute >= 0 && minute <= 59, "minute", 59);
    }

    @Override
    public Optional<LocalDateTime> after(LocalDateTime time) {
      LocalDateTime inThisHour = time.truncatedTo(ChronoUnit.HOURS).plusMinutes(minute);
      return Optional.of(inThisHour.isAfter(time) ? inThisHour : inThisHour.plusHours(1));
    }

    @Override
    public boolean inEachHour() {
      return true;
    }

    @Override
    public String line() {
      return Form.HOURLY + " " + minute;
    }

    @Override
    public String words(Locale language) {
      return Lines.TEXTS.text(language, "rhythm.HOURLY.words", minute);
    }
  }

  /** Each day at this time. */
  record Daily(LocalTime at) implements Rhythm {

    @Override
    public Optional<LocalDateTime> after(LocalDateTime time) {
      LocalDateTime today = time.toLocalDate().atTime(at);
      return Optional.of(today.isAfter(time) ? today : today.plusDays(1));
    }

    @Override
    public boolean inEachHour() {
      return false;
    }

    @Override
    public String line() {
      return Form.DAILY + " " + at;
    }

    @Override
    public String words(Locale language) {
      return Lines.TEXTS.text(language, "rhythm.DAILY.words", at);
    }
  }

  /** On these days of the week at this time. */
  record Weekly(Set<DayOfWeek> days, LocalTime at) implements Rhythm {

    public Weekly {
      Lines.require(!days.isEmpty(), "days");
      days = EnumSet.copyOf(days);
    }

    @Override
    public Optional<LocalDateTime> after(LocalDateTime time) {
      LocalDateTime candidate = time.toLocalDate().atTime(at);
      while (!candidate.isAfter(time) || !days.contains(candidate.getDayOfWeek())) {
        candidate = candidate.plusDays(1);
      }
      return Optional.of(candidate);
    }

    @Override
    public boolean inEachHour() {
      return false;
    }

    @Override
    public String line() {
      String names = days.stream().map(DayOfWeek::name).collect(Collectors.joining(","));
      return Form.WEEKLY + " " + names + " " + at;
    }

    @Override
    public String words(Locale language) {
      String names =
          days.stream()
              .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, language))
              .collect(Collectors.joining(", "));
      return Lines.TEXTS.text(language, "rhythm.WEEKLY.words", names, at);
    }
  }

  /** Once a month at this time, on this day or, where the month is shorter, on its last. */
  record Monthly(int day, LocalTime at) implements Rhythm {

    public Monthly {
      Lines.require(day >= 1 && day <= 31, "day", 31);
    }

    @Override
    public Optional<LocalDateTime> after(LocalDateTime time) {
      LocalDateTime inThisMonth = inMonthOf(time.toLocalDate());
      return Optional.of(
          inThisMonth.isAfter(time)
              ? inThisMonth
              : inMonthOf(time.toLocalDate().withDayOfMonth(1).plusMonths(1)));
    }

    private LocalDateTime inMonthOf(LocalDate date) {
      return date.withDayOfMonth(Math.min(day, date.lengthOfMonth())).atTime(at);
    }

    @Override
    public boolean inEachHour() {
      return false;
    }

    @Override
    public String line() {
      return Form.MONTHLY + " " + day + " " + at;
    }

    @Override
    public String words(Locale language) {
      return Lines.TEXTS.text(language, "rhythm.MONTHLY.words", day, at);
    }
  }

  /** Whenever the clock matches a cron line of five fields, as Unix reads it. */
  record CronLine(String cron) implements Rhythm {

    public CronLine {
      cron = cron.strip();
      Crons.check(cron);
    }

    @Override
    public Optional<LocalDateTime> after(LocalDateTime time) {
      return Crons.after(cron, time);
    }

    @Override
    public boolean inEachHour() {
      return Crons.inEachHour(cron);
    }

    @Override
    public String line() {
      return Form.CRON + " " + cron;
    }

    @Override
    public String words(Locale language) {
      return Lines.TEXTS.text(language, "rhythm.CRON.words", cron, Crons.words(cron, language));
    }
  }

  /** Reads the parts of a line. */
  final class Lines {

    private static final RoomTexts TEXTS = RoomTexts.of(Rhythm.class);

    private Lines() {}

    private static Form form(String word) {
      return Arrays.stream(Form.values())
          .filter(form -> form.name().equals(word))
          .findFirst()
          .orElseThrow(() -> new RhythmRefused("form"));
    }

    private static void require(boolean holds, String what, Object... arguments) {
      if (!holds) {
        throw new RhythmRefused(what, arguments);
      }
    }

    private static int number(List<String> words, int place) {
      try {
        return Integer.parseInt(words.get(place));
      } catch (NumberFormatException noNumber) {
        throw new RhythmRefused("number");
      }
    }

    private static LocalTime time(List<String> words, int place) {
      try {
        return LocalTime.parse(place < words.size() ? words.get(place) : "")
            .truncatedTo(ChronoUnit.MINUTES);
      } catch (DateTimeException noTime) {
        throw new RhythmRefused("time");
      }
    }

    private static Set<DayOfWeek> days(String names) {
      try {
        return Arrays.stream(names.split(","))
            .filter(name -> !name.isEmpty())
            .map(DayOfWeek::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
      } catch (IllegalArgumentException noDay) {
        throw new RhythmRefused("days");
      }
    }
  }
}
