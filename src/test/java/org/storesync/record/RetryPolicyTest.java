package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

  @ParameterizedTest(name = "after {0} failures the next try waits {1} minutes")
  @CsvSource({"1, 1", "2, 5", "3, 25", "4, 120", "9, 120"})
  void unattended_runs_wait_longer_with_each_failure(int failures, int minutes) {
    assertThat(RetryPolicy.delayAfter(failures)).isEqualTo(Duration.ofMinutes(minutes));
  }
}
