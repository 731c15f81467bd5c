package org.storesync.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeZoneOfTheBrowserTest {

  @Test
  void the_zone_that_the_browser_tells_is_used() {
    assertThat(TimeDisplay.zone(Optional.of("Europe%2FBerlin")))
        .isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void an_unknown_zone_is_utc() {
    assertThat(TimeDisplay.zone(Optional.empty())).isEqualTo(ZoneOffset.UTC);
    assertThat(TimeDisplay.zone(Optional.of("Mars/Olympus"))).isEqualTo(ZoneOffset.UTC);
    assertThat(TimeDisplay.zone(Optional.of("<script>"))).isEqualTo(ZoneOffset.UTC);
  }
}
