package org.storesync.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenMetricsTest {

  @Test
  void a_counter_is_described_without_the_end_of_its_samples() {
    assertThat(
            OpenMetrics.of(
                List.of(
                    "# TYPE calls_total counter",
                    "# HELP calls_total Calls that were made",
                    "calls_total{node=\"a\"} 2.0",
                    "calls_total{node=\"b\"} 3.0")))
        .containsExactly(
            "# TYPE calls counter",
            "# HELP calls Calls that were made",
            "calls_total{node=\"a\"} 2.0",
            "calls_total{node=\"b\"} 3.0",
            "# EOF");
  }

  @Test
  void a_counter_whose_samples_have_another_end_is_called_unknown() {
    assertThat(OpenMetrics.of(List.of("# TYPE used counter", "used 1.0")))
        .containsExactly("# TYPE used unknown", "used 1.0", "# EOF");
  }

  @Test
  void what_belongs_together_stands_together_and_is_described_first() {
    assertThat(
            OpenMetrics.of(
                List.of(
                    "# HELP run_seconds How long",
                    "# TYPE run_seconds summary",
                    "run_seconds_count 2.0",
                    "# TYPE run_seconds_max gauge",
                    "run_seconds_max 1.5",
                    "run_seconds_sum 2.1")))
        .containsExactly(
            "# TYPE run_seconds summary",
            "# HELP run_seconds How long",
            "run_seconds_count 2.0",
            "run_seconds_sum 2.1",
            "# TYPE run_seconds_max gauge",
            "run_seconds_max 1.5",
            "# EOF");
  }
}
