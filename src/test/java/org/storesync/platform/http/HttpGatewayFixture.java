package org.storesync.platform.http;

import java.time.Duration;
import java.util.List;
import org.storesync.platform.quota.CallCounts;
import org.storesync.platform.quota.Throttle;
import org.storesync.platform.quota.ThrottleFixture;
import org.storesync.platform.time.TestClock;

/** The gateway with its parts, put together by hand; waits pass on the clock and not in reality. */
public final class HttpGatewayFixture {

  private final ThrottleFixture quotas = new ThrottleFixture();
  public final TestClock clock = quotas.clock;
  public final Throttle throttle = quotas.throttle;
  public final AddressPolicy addresses = new AddressPolicy();
  public final HttpGateway gateway = new HttpGateway();
  public final CallCounts counts = quotas.counts;

  /** The waits that were made, in their order. */
  public final List<Duration> waits = quotas.waits;

  public HttpGatewayFixture() {
    this(Duration.ofSeconds(20));
  }

  public HttpGatewayFixture(Duration answerTimeout) {
    gateway.addresses = addresses;
    gateway.throttle = throttle;
    gateway.counts = quotas.counts;
    gateway.waiting = quotas.waiting;
    gateway.clock = clock;
    gateway.connectTimeout = Duration.ofSeconds(5);
    gateway.answerTimeout = answerTimeout;
    gateway.open();
  }
}
