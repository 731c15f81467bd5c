package org.storesync.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProcessPassTest {

  private static final Instant FIRST_CLICK = Instant.parse("2026-11-24T10:00:00.123Z");

  private final ProcessPass pass = new ProcessPass();

  @Test
  void without_a_limit_there_is_no_pass() {
    pass.read(null, null);

    pass.begin(FIRST_CLICK);

    assertThat(pass.limit()).isEmpty();
    assertThat(pass.began()).isEmpty();
  }

  @Test
  void with_a_limit_the_first_click_begins_the_pass_and_the_next_ones_go_on_with_it() {
    pass.read("1000", null);

    pass.begin(FIRST_CLICK);
    pass.begin(FIRST_CLICK.plusSeconds(60));

    assertThat(pass.limit()).contains(1_000);
    assertThat(pass.began()).contains(FIRST_CLICK);
  }

  @Test
  void an_address_brings_the_same_pass_back() {
    pass.read("2500", null);
    pass.begin(FIRST_CLICK.plusNanos(999));
    ProcessPass reopened = new ProcessPass();

    reopened.read("2500", pass.parameter());

    assertThat(reopened.began()).isEqualTo(pass.began()).contains(FIRST_CLICK);
  }

  @Test
  void starting_over_forgets_what_was_attempted() {
    pass.read("1000", null);
    pass.begin(FIRST_CLICK);

    pass.startOver();

    assertThat(pass.began()).isEmpty();
    assertThat(pass.limit()).contains(1_000);
  }

  @Test
  void an_address_with_a_limit_that_is_not_offered_has_none() {
    pass.read("7", "yesterday");

    assertThat(pass.limit()).isEmpty();
    assertThat(pass.began()).isEmpty();
  }
}
