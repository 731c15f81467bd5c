package org.storesync.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CollectedTextTest {

  @Test
  void a_series_that_the_server_writes_again_is_passed_on_once() {
    String text =
        """
        # TYPE cpu gauge
        cpu{mp_scope="base"} 0.5
        records{store="One"} 1.0
        # TYPE cpu gauge
        cpu{mp_scope="base"} 0.6
        records{store="One shop"} 1.0
        """;

    assertThat(CollectedText.passedOn(text))
        .containsExactly(
            "# TYPE cpu gauge",
            "cpu{mp_scope=\"base\"} 0.5",
            "records{store=\"One\"} 1.0",
            "records{store=\"One shop\"} 1.0");
  }

  @Test
  void quantiles_that_are_not_in_the_unit_of_their_name_are_left_out() {
    assertThat(
            CollectedText.passedOn(
                """
                run_seconds{kind="prepare",quantile="0.5"} 1.066114E9
                run_seconds_sum{kind="prepare"} 2.1
                """))
        .containsExactly("run_seconds_sum{kind=\"prepare\"} 2.1");
  }
}
