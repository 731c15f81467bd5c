package org.storesync.platform.quota;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Buckets in the PostgreSQL database that several servers share, so that all of them together stay
 * within what an account may do. Each call locks its bucket's row for an instant, in a transaction
 * of its own: nobody may hold one when he asks.
 */
final class SharedBuckets implements QuotaBuckets {

  private static final Duration LONGEST_LOCK = Duration.ofSeconds(10);

  private final ProxyManager<String> buckets;

  SharedBuckets(DataSource database, TimeMeter time) {
    buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("quota_bucket")
            .idColumn("id")
            .stateColumn("state")
            .clientClock(time)
            .requestTimeout(LONGEST_LOCK)
            .build();
  }

  @Override
  public Bucket of(Quota quota) {
    return bucket(
        key(quota.account(), quota.operation()),
        BucketConfiguration.builder().addLimit(quota.published()).build());
  }

  @Override
  public Optional<BucketConfiguration> configuration(String account, String operation) {
    return buckets.getProxyConfiguration(key(account, operation));
  }

  @Override
  public Optional<Bucket> find(String account, String operation) {
    return configuration(account, operation).map(known -> bucket(key(account, operation), known));
  }

  private Bucket bucket(String key, BucketConfiguration whenNew) {
    return buckets.builder().build(key, () -> whenNew);
  }

  private static String key(String account, String operation) {
    return operation + "|" + account;
  }
}
