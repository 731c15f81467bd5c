package org.storesync.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInDelayTest {

  @ParameterizedTest
  @ValueSource(ints = {-20, -4, -1, 0})
  void a_few_mistakes_cost_no_time(int failures) {
    assertThat(SignInDelay.after(failures)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "2, 20", "3, 40", "4, 80", "5, 160", "6, 320", "7, 640"})
  void each_further_failure_doubles_the_wait(int failures, long seconds) {
    assertThat(SignInDelay.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 40, 64, 1000, Integer.MAX_VALUE})
  void nobody_waits_longer_than_a_quarter_of_an_hour(int failures) {
    assertThat(SignInDelay.after(failures)).isEqualTo(Duration.ofMinutes(15));
  }
}
