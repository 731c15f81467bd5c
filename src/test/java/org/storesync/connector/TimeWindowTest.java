package org.storesync.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWindowTest {

  @ParameterizedTest
  @CsvSource({"1,3,2,4,1,4", "2,4,1,3,1,4", "1,4,2,3,1,4", "2,3,1,4,1,4", "1,2,3,4,1,4"})
  void a_union_is_the_smallest_window_that_holds_both(
      int from, int to, int otherFrom, int otherTo, int unionFrom, int unionTo) {
    assertThat(window(from, to).union(window(otherFrom, otherTo)))
        .isEqualTo(window(unionFrom, unionTo));
  }

  @Test
  void it_holds_its_begin_and_not_its_end() {
    assertThat(window(1, 3).contains(at(1))).isTrue();
    assertThat(window(1, 3).contains(at(2))).isTrue();
    assertThat(window(1, 3).contains(at(3))).isFalse();
    assertThat(window(1, 3).contains(at(0))).isFalse();
  }

  @Test
  void it_ends_after_it_begins() {
    assertThatThrownBy(() -> window(1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static TimeWindow window(int from, int to) {
    return new TimeWindow(at(from), at(to));
  }

  private static Instant at(int day) {
    return Instant.EPOCH.plusSeconds(86_400L * day);
  }
}
