package org.storesync.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ArquillianTest
class TestClockIT {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Inject private TestClock testClock;
  @Inject private Clock clock;

  @AfterEach
  void reset() {
    testClock.reset();
  }

  @Test
  void every_bean_is_given_the_clock_that_a_test_can_set() {
    testClock.setTo(NOON);
    testClock.advance(Duration.ofMinutes(5));

    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(300));
  }
}
