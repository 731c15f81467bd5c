package org.storesync.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInDelayTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void a_few_mistakes_cost_no_time(int failures) {
    assertThat(SignInDelay.after(failures)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"5, 10", "6, 20", "7, 40", "8, 80", "9, 160", "10, 320", "11, 640"})
  void each_further_failure_doubles_the_wait(int failures, long seconds) {
    assertThat(SignInDelay.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 13, 40, 64, 1000, Integer.MAX_VALUE})
  void nobody_waits_longer_than_a_quarter_of_an_hour(int failures) {
    assertThat(SignInDelay.after(failures)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void a_user_waits_after_five_failures_and_is_free_again_after_the_wait() {
    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    User user = new User("mara", "hash", Role.VIEWER, now);
    for (int i = 0; i < 5; i++) {
      user.signInFailed(now);
    }
    assertThat(user.isLocked(now.plusSeconds(9))).isTrue();
    assertThat(user.isLocked(now.plusSeconds(10))).isFalse();
  }

  @Test
  void a_success_ends_the_count() {
    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    User user = new User("mara", "hash", Role.VIEWER, now);
    for (int i = 0; i < 4; i++) {
      user.signInFailed(now);
    }
    user.signedIn(now);
    user.signInFailed(now);
    assertThat(user.isLocked(now)).isFalse();
  }
}
