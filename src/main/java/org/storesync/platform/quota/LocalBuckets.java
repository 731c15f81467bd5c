package org.storesync.platform.quota;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Buckets in this server's memory, for the database that only one server uses. After a restart they
 * are full, and the systems' own refusals correct the picture ({@link Throttle#drain}).
 */
final class LocalBuckets implements QuotaBuckets {

  private record Key(String account, String operation) {}

  private final Map<Key, LocalBucket> buckets = new ConcurrentHashMap<>();
  private final TimeMeter time;

  LocalBuckets(TimeMeter time) {
    this.time = time;
  }

  @Override
  public Bucket of(Quota quota) {
    return buckets.computeIfAbsent(
        new Key(quota.account(), quota.operation()),
        key -> Bucket.builder().addLimit(quota.published()).withCustomTimePrecision(time).build());
  }

  @Override
  public Optional<BucketConfiguration> configuration(String account, String operation) {
    return Optional.ofNullable(buckets.get(new Key(account, operation)))
        .map(LocalBucket::getConfiguration);
  }

  @Override
  public Optional<Bucket> find(String account, String operation) {
    return Optional.ofNullable(buckets.get(new Key(account, operation)));
  }
}
