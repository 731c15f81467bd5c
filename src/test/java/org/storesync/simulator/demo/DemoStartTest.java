package org.storesync.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storesync.simulator.SettableClock;

class DemoStartTest {

  @Test
  void the_first_start_is_remembered(@TempDir Path home) {
    Instant first = Instant.parse("2026-07-01T09:30:00Z");
    SettableClock clock = new SettableClock(first);

    assertThat(new DemoStart(home).kept(clock)).isEqualTo(first);
    clock.pass(Duration.ofDays(3));
    assertThat(new DemoStart(home).kept(clock)).isEqualTo(first);
    assertThat(home.resolve("simulator/start")).hasContent("2026-07-01T09:30:00Z");
  }
}
