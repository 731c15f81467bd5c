package org.storesync.unattended;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueTimesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalTime HALF_PAST_TWO = LocalTime.of(2, 30);

  @Test
  void a_time_that_the_clock_skips_is_due_when_it_has_gone_on() {
    assertThat(
            DueTimes.daily(BERLIN, HALF_PAST_TWO)
                .between(
                    Instant.parse("2027-03-27T01:30:00Z"), Instant.parse("2027-03-29T00:30:00Z")))
        .isEqualTo(
            List.of(Instant.parse("2027-03-28T01:00:00Z"), Instant.parse("2027-03-29T00:30:00Z")));
  }

  @Test
  void a_time_that_comes_twice_is_due_the_first_time() {
    assertThat(
            DueTimes.daily(BERLIN, HALF_PAST_TWO)
                .between(
                    Instant.parse("2027-10-30T12:00:00Z"), Instant.parse("2027-10-31T12:00:00Z")))
        .isEqualTo(List.of(Instant.parse("2027-10-31T00:30:00Z")));
  }

  @Test
  void what_is_due_in_each_hour_is_due_in_both_that_show_the_same() {
    assertThat(
            DueTimes.when(BERLIN, time -> time.getMinute() == 30)
                .between(
                    Instant.parse("2027-10-31T00:00:00Z"), Instant.parse("2027-10-31T02:00:00Z")))
        .isEqualTo(
            List.of(Instant.parse("2027-10-31T00:30:00Z"), Instant.parse("2027-10-31T01:30:00Z")));
  }
}
