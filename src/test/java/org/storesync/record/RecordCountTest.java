package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordCountTest {

  @Test
  void up_to_the_bound_a_count_is_exact() {
    assertThat(RecordCount.of(0)).isEqualTo(new RecordCount(0, false, true));
    assertThat(RecordCount.of(RecordCount.MOST)).isEqualTo(new RecordCount(100_000, false, false));
  }

  @Test
  void beyond_the_bound_a_count_says_that_there_are_more() {
    assertThat(RecordCount.of(RecordCount.MOST + 1L))
        .isEqualTo(new RecordCount(100_000, true, false));
  }
}
