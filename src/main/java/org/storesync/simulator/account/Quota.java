package org.storesync.simulator.account;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;

/**
 * The token bucket of one operation in one seller account: full at first, refilled evenly at the
 * published rate. A factor scales rate, burst and the header that tells the rate, alike.
 */
public class Quota {

  private static final double NANOS = 1e9;

  private final Bucket bucket;
  private final double rate;

  public Quota(Operation operation, double factor, Clock clock) {
    rate = operation.rate() * factor;
    long burst = Math.max(1, Math.round(operation.burst() * factor));
    Duration perToken = Duration.ofNanos(Math.max(1, Math.round(NANOS / rate)));
    Bandwidth plan = Bandwidth.builder().capacity(burst).refillGreedy(1, perToken).build();
    bucket = Bucket.builder().addLimit(plan).withCustomTimePrecision(new ClockMeter(clock)).build();
  }

  /** Takes a token; false if there is none. */
  public boolean take() {
    return bucket.tryConsume(1);
  }

  /** The value of the header {@code x-amzn-RateLimit-Limit}: requests a second. */
  public String header() {
    return new BigDecimal(rate, new MathContext(6)).stripTrailingZeros().toPlainString();
  }
}
