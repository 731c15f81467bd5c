package org.storesync.platform.time;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The clock of the server under test, in place of {@link ServerClock}: {@code @Inject TestClock}
 * and set it. Runs with the present until it is set; then it stands still. The server is shared by
 * all tests of a run: a test that sets it calls {@link #reset()} afterwards.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class TestClock extends Clock {

  private volatile Instant standing;

  /** Stands still at this instant from now on. */
  public void setTo(Instant instant) {
    standing = instant.truncatedTo(ChronoUnit.MICROS);
  }

  /** Goes on by this much and stands still there. */
  public void advance(Duration duration) {
    setTo(instant().plus(duration));
  }

  /** Runs with the present again. */
  public void reset() {
    standing = null;
  }

  @Override
  public Instant instant() {
    Instant set = standing;
    return set == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : set;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
