package org.storesync.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderRhythmTest {

  private static boolean unusual(Long... weeks) {
    return new OrderRhythm(List.of(weeks)).makesSilenceUnusual();
  }

  @Test
  void silence_is_unusual_when_many_came_in_at_this_time_of_every_week() {
    assertThat(unusual(8L, 9L, 8L, 12L, 7L, 10L)).isTrue();
  }

  @Test
  void silence_is_usual_at_a_time_of_the_week_that_is_quiet_every_week() {
    assertThat(unusual(0L, 0L, 1L, 0L, 0L, 0L)).isFalse();
  }

  @Test
  void a_small_store_is_quiet_by_chance() {
    assertThat(unusual(3L, 4L, 5L, 3L, 6L, 4L)).isFalse();
  }

  @Test
  void one_odd_week_says_nothing_and_two_do() {
    assertThat(unusual(0L, 12L, 12L, 12L, 12L, 12L)).isTrue();
    assertThat(unusual(0L, 0L, 15L, 15L, 15L, 15L)).isFalse();
  }

  @Test
  void with_less_than_four_weeks_nobody_knows_what_is_usual() {
    assertThat(unusual(50L, 50L, 50L)).isFalse();
    assertThat(new OrderRhythm(Collections.emptyList()).makesSilenceUnusual()).isFalse();
  }
}
