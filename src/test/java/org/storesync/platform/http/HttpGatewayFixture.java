package org.storesync.platform.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.storesync.platform.time.TestClock;

/** The gateway with its parts, put together by hand; waits pass on the clock and not in reality. */
public final class HttpGatewayFixture {

  public final TestClock clock = new TestClock();
  public final Throttle throttle = new Throttle();
  public final AddressPolicy addresses = new AddressPolicy();
  public final HttpGateway gateway = new HttpGateway();

  /** The waits that were made, in their order. */
  public final List<Duration> waits = new ArrayList<>();

  public HttpGatewayFixture() {
    this(Duration.ofSeconds(20));
  }

  public HttpGatewayFixture(Duration answerTimeout) {
    clock.setTo(java.time.Instant.parse("2026-11-24T12:00:00Z"));
    Waiting waiting =
        new Waiting() {
          @Override
          public void park(long nanos) {
            waits.add(Duration.ofNanos(nanos));
            clock.advance(Duration.ofNanos(nanos + 1_000));
          }
        };
    throttle.clock = clock;
    throttle.waiting = waiting;
    gateway.addresses = addresses;
    gateway.throttle = throttle;
    gateway.waiting = waiting;
    gateway.clock = clock;
    gateway.connectTimeout = Duration.ofSeconds(5);
    gateway.answerTimeout = answerTimeout;
    gateway.open();
  }
}
