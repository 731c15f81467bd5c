package org.storesync.simulator.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of requests: one for each, never the same again on this server. */
public class RequestIds {

  private final Instant started;
  private final AtomicLong count = new AtomicLong();

  public RequestIds(Clock clock) {
    started = clock.instant();
  }

  public String next() {
    String name = started + " " + count.incrementAndGet();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
