package org.storesync.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryRuleTest {

  private final RetryRule rule = new RetryRule(new Random(1));

  private static Optional<HttpAnswer> answered(int status, String... retryAfter) {
    return Optional.of(
        new HttpAnswer(
            status,
            retryAfter.length == 0 ? Map.of() : Map.of("Retry-After", List.of(retryAfter)),
            new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void what_may_pass_is_tried_again(int status) {
    assertThat(rule.pauseAfter(answered(status), 1)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 302, 400, 401, 403, 404, 413, 415, 499})
  void what_stays_is_not_tried_again(int status) {
    assertThat(rule.pauseAfter(answered(status), 1)).isEmpty();
  }

  @Test
  void a_broken_connection_is_tried_again() {
    assertThat(rule.pauseAfter(Optional.empty(), 1)).isPresent();
  }

  @Test
  void there_are_four_tries() {
    assertThat(rule.pauseAfter(answered(500), 3)).isPresent();
    assertThat(rule.pauseAfter(answered(500), 4)).isEmpty();
  }

  @Test
  void pauses_grow_and_have_a_random_part() {
    for (int tries = 1; tries <= 3; tries++) {
      long grown = 400L << (tries - 1);
      List<Duration> pauses = new java.util.ArrayList<>();
      for (int i = 0; i < 50; i++) {
        pauses.add(rule.pauseAfter(Optional.empty(), tries).orElseThrow());
      }
      assertThat(pauses)
          .allSatisfy(
              pause ->
                  assertThat(pause)
                      .isBetween(Duration.ofMillis(grown / 2), Duration.ofMillis(grown * 3 / 2)));
      assertThat(pauses.stream().distinct().count()).isGreaterThan(10);
    }
  }

  @Test
  void a_pause_that_the_answer_asks_for_is_kept_if_it_is_short() {
    assertThat(rule.pauseAfter(answered(429, "4"), 1)).contains(Duration.ofSeconds(4));
    assertThat(rule.pauseAfter(answered(429, "6"), 1)).isEmpty();
    assertThat(rule.pauseAfter(answered(429, "Wed, 21 Oct 2026 07:28:00 GMT"), 1)).isPresent();
  }
}
