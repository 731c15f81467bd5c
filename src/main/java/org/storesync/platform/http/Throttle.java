package org.storesync.platform.http;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the quotas of remote systems before they have to refuse: one token bucket for each account
 * and operation. The buckets stand in this server's memory; after a restart, and with several
 * servers, the systems' own refusals correct the picture ({@link #drain}).
 */
@ApplicationScoped
public class Throttle {

  private static final double SAME_RATE = 1e-6;
  private static final double NANOS_PER_SECOND = 1e9;

  @Inject Clock clock;
  @Inject Waiting waiting;

  private final Map<Key, Metered> buckets = new ConcurrentHashMap<>();

  private record Key(String account, String operation) {}

  private static final class Metered {
    private final Bucket bucket;
    private volatile double perSecond;

    private Metered(Bucket bucket, double perSecond) {
      this.bucket = bucket;
      this.perSecond = perSecond;
    }
  }

  /**
   * Takes one call out of the bucket and waits for it, if that is short.
   *
   * @throws HttpFailure.QuotaUsedUp if the next call is more than {@link Waiting#LONGEST} away;
   *     nothing was taken
   */
  public void take(Quota quota) {
    Metered metered = metered(quota);
    try {
      if (!metered.bucket.asBlocking().tryConsume(1, Waiting.LONGEST, waiting)) {
        throw new HttpFailure.QuotaUsedUp(quota, untilNext(quota));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HttpFailure.Broken("Interrupted while waiting for quota.", e);
    }
  }

  /** How long until the next call of this quota can be made; zero if now. */
  public Duration untilNext(Quota quota) {
    return Duration.ofNanos(
        metered(quota).bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  /**
   * The system told another rate than the published one: it counts from now on.
   *
   * @param perSecond calls per second; what is not more than 0 is not believed
   */
  public void correct(Quota quota, double perSecond) {
    Metered metered = metered(quota);
    if (!(perSecond > 0) || Math.abs(perSecond - metered.perSecond) < SAME_RATE) {
      return;
    }
    metered.perSecond = perSecond;
    metered.bucket.replaceConfiguration(
        BucketConfiguration.builder().addLimit(limit(perSecond, quota.burst())).build(),
        TokensInheritanceStrategy.AS_IS);
  }

  /** The system refused although we counted calls left: it knows better, the bucket is empty. */
  public void drain(Quota quota) {
    metered(quota).bucket.tryConsumeAsMuchAsPossible();
  }

  private Metered metered(Quota quota) {
    return buckets.computeIfAbsent(
        new Key(quota.account(), quota.operation()),
        key ->
            new Metered(
                Bucket.builder()
                    .addLimit(limit(quota.perSecond(), quota.burst()))
                    .withCustomTimePrecision(new ClockMeter(clock))
                    .build(),
                quota.perSecond()));
  }

  private static Bandwidth limit(double perSecond, int burst) {
    return Bandwidth.builder()
        .capacity(burst)
        .refillGreedy(1, Duration.ofNanos(Math.max(1, Math.round(NANOS_PER_SECOND / perSecond))))
        .build();
  }

  private record ClockMeter(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return now.getEpochSecond() * (long) NANOS_PER_SECOND + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
