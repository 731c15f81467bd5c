package org.storesync.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EVERY_MINUTES 15",
        "HOURLY 0",
        "DAILY 02:30",
        "WEEKLY MONDAY,SUNDAY 23:59",
        "MONTHLY 31 00:00",
        "CRON */5 8-18 * * MON-FRI"
      })
  void a_line_gives_the_rhythm_that_writes_it(String line) {
    assertThat(Rhythm.parse(line).line()).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EVERY_MINUTES 0 | Enter a number of minutes from 1 to 1440.",
        "EVERY_MINUTES x | A whole number is missing.",
        "HOURLY 60 | Enter a minute from 0 to 59.",
        "DAILY 25:00 | Enter a time of the day, for example 02:30.",
        "WEEKLY , 02:30 | Choose at least one day of the week.",
        "WEEKLY SOMEDAY 02:30 | Choose at least one day of the week.",
        "MONTHLY 32 02:30 | Enter a day of the month from 1 to 31.",
        "MONTHLY 3 | Enter a time of the day, for example 02:30.",
        "YEARLY 3 | A rhythm begins with EVERY_MINUTES, HOURLY, DAILY, WEEKLY, MONTHLY or CRON."
      })
  void what_is_no_rhythm_is_refused_in_words(String line, String words) {
    assertThatThrownBy(() -> Rhythm.parse(line))
        .isInstanceOf(RhythmRefused.class)
        .hasMessage(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CRON 61 * * * * | Value 61 not in range [0, 59]",
        "CRON 0 25 * * * | Value 25 not in range [0, 23]",
        "CRON * * * * | contains 4 parts but we expect one of [5]",
        "CRON a b | contains 2 parts",
        "CRON | Empty expression"
      })
  void a_cron_line_that_is_wrong_says_what_is_wrong_in_it(String line, String reason) {
    assertThatThrownBy(() -> Rhythm.parse(line))
        .isInstanceOfSatisfying(
            RhythmRefused.class,
            refused ->
                assertThat(refused.words(Locale.ENGLISH)).contains(reason).contains("five fields"));
  }

  @Test
  void a_cron_line_is_told_in_words() {
    assertThat(Rhythm.parse("CRON 30 2 * * MON-FRI").words(Locale.ENGLISH))
        .isEqualTo("30 2 * * MON-FRI (at 02:30 every day between Monday and Friday)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EVERY_MINUTES 1 | every minute",
        "EVERY_MINUTES 15 | every 15 minutes",
        "HOURLY 5 | hourly at minute 5",
        "DAILY 02:30 | daily at 02:30",
        "MONTHLY 31 02:30 | monthly on day 31 at 02:30"
      })
  void a_rhythm_is_told_in_words(String line, String words) {
    assertThat(Rhythm.parse(line).words(Locale.ENGLISH)).isEqualTo(words);
  }

  @Test
  void the_days_of_a_week_are_told_in_the_language_of_the_person() {
    assertThat(Rhythm.parse("WEEKLY MONDAY,THURSDAY 02:30").words(Locale.GERMAN))
        .contains("Mo")
        .contains("Do");
  }
}
