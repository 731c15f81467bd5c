package org.storesync.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The only place where the present is read. Inject {@link Clock} wherever a time is needed, so that
 * a test can set it. Instants are cut to microseconds, the precision of the database columns, so
 * that what was stored equals what was remembered.
 */
@ApplicationScoped
public class ServerClock extends Clock {

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.system(zone);
  }

  @Override
  public Instant instant() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
