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

    assertThat(CollectedText.once(text))
        .containsExactly(
            "# TYPE cpu gauge",
            "cpu{mp_scope=\"base\"} 0.5",
            "records{store=\"One\"} 1.0",
            "records{store=\"One shop\"} 1.0");
  }
}
