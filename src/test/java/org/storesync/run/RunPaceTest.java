package org.storesync.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunPaceTest {

  @Test
  void a_steady_run_tells_its_rate_and_the_time_left() {
    RunPace pace = RunPace.of(100, 200, Duration.ofSeconds(10), false).orElseThrow();

    assertThat(pace.perMinute()).isEqualTo(600);
    assertThat(pace.left()).contains(Duration.ofSeconds(20));
  }

  @Test
  void a_few_records_or_moments_are_no_rate() {
    assertThat(RunPace.of(3, 297, Duration.ofSeconds(10), false)).isEmpty();
    assertThat(RunPace.of(100, 200, Duration.ofMillis(500), false)).isEmpty();
  }

  @Test
  void while_it_waits_nobody_knows_the_time_left() {
    RunPace pace = RunPace.of(100, 200, Duration.ofSeconds(10), true).orElseThrow();

    assertThat(pace.left()).isEmpty();
  }
}
