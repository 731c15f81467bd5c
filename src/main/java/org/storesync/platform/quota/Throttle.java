package org.storesync.platform.quota;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the quotas of remote systems before they have to refuse: one token bucket for each account
 * and operation, shared by all nodes and runs. While a person's request waits for a bucket,
 * unattended ones take nothing out of it.
 */
@ApplicationScoped
public class Throttle {

  private static final double SAME_RATE = 1e-6;

  @Inject Clock clock;
  @Inject Waiting waiting;
  @Inject QuotaBuckets buckets;
  @Inject QuotaUses uses;
  @Inject CallCounts counts;

  /** The rate that this node heard last, so that hearing it again costs nothing. */
  private final Map<Key, Double> heardRates = new ConcurrentHashMap<>();

  private record Key(String account, String operation) {
    static Key of(Quota quota) {
      return new Key(quota.account(), quota.operation());
    }
  }

  /**
   * Takes one call out of the bucket and waits for it, if that is short.
   *
   * @throws QuotaUsedUp if the next call is more than {@link Waiting#LONGEST} away, or kept for a
   *     person; nothing was taken
   * @throws InterruptedException if the short wait was interrupted; nothing was taken
   */
  public void take(QuotaRequest request) throws InterruptedException {
    if (request.unattended()) {
      giveWay(request);
    }
    if (!buckets.of(request.quota()).asBlocking().tryConsume(1, Waiting.LONGEST, waiting)) {
      Duration delay = untilNext(request.quota());
      counts.waited(request.quota());
      uses.waits(request, clock.instant().plus(delay));
      throw QuotaUsedUp.empty(request.quota(), delay);
    }
    uses.called(request);
  }

  private void giveWay(QuotaRequest request) {
    Optional<Instant> person = uses.personWaits(request.quota());
    if (person.isPresent()) {
      Instant afterwards = person.get().plus(QuotaUses.KEEPS_ITS_PLACE);
      counts.waited(request.quota());
      uses.waits(request, afterwards);
      throw QuotaUsedUp.personFirst(request.quota(), Duration.between(clock.instant(), afterwards));
    }
  }

  /** How long until the next call of this quota can be made; zero if now. */
  public Duration untilNext(Quota quota) {
    return Duration.ofNanos(
        buckets.of(quota).estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  /**
   * The system told another rate than the published one: it counts from now on.
   *
   * @param perSecond calls per second; what is not more than 0 is not believed
   */
  public void correct(Quota quota, double perSecond) {
    double heard = heardRates.getOrDefault(Key.of(quota), quota.perSecond());
    if (!(perSecond > 0) || Math.abs(perSecond - heard) < SAME_RATE) {
      return;
    }
    buckets
        .of(quota)
        .replaceConfiguration(
            BucketConfiguration.builder().addLimit(quota.limit(perSecond)).build(),
            TokensInheritanceStrategy.AS_IS);
    heardRates.put(Key.of(quota), perSecond);
  }

  /** The system refused although we counted calls left: it knows better, the bucket is empty. */
  public void drain(QuotaRequest request) {
    buckets.of(request.quota()).tryConsumeAsMuchAsPossible();
    uses.waits(request, clock.instant().plus(untilNext(request.quota())));
  }

  /** All quotas that were ever used. */
  @Transactional(TxType.NOT_SUPPORTED)
  public List<QuotaLevel> levels() {
    Map<Key, List<QuotaLevel.Caller>> callers = new LinkedHashMap<>();
    for (QuotaUse use : uses.all()) {
      callers
          .computeIfAbsent(new Key(use.account(), use.operation()), key -> new ArrayList<>())
          .add(caller(use));
    }
    return callers.entrySet().stream()
        .map(
            entry ->
                new QuotaLevel(
                    entry.getKey().account(),
                    entry.getKey().operation(),
                    bucketful(entry.getKey()),
                    List.copyOf(entry.getValue())))
        .toList();
  }

  private QuotaLevel.Caller caller(QuotaUse use) {
    Instant now = clock.instant();
    return new QuotaLevel.Caller(
        use.caller(),
        use.calledAt(),
        use.personWaitsUntil().filter(now::isBefore),
        use.unattendedWaitsUntil().filter(now::isBefore));
  }

  private Optional<QuotaLevel.Bucketful> bucketful(Key key) {
    return buckets
        .find(key.account(), key.operation())
        .flatMap(
            bucket ->
                buckets
                    .configuration(key.account(), key.operation())
                    .map(configuration -> bucketful(bucket, configuration)));
  }

  private static QuotaLevel.Bucketful bucketful(Bucket bucket, BucketConfiguration configuration) {
    Bandwidth limit = configuration.getBandwidths()[0];
    return new QuotaLevel.Bucketful(
        bucket.getAvailableTokens(),
        limit.getCapacity(),
        1e9 * limit.getRefillTokens() / limit.getRefillPeriodNanos());
  }
}
