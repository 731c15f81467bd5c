package org.storesync.platform.quota;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.util.Optional;

/** Where the token buckets stand: one for each account and operation. */
interface QuotaBuckets {

  /** The bucket of this quota; made full, at the published rate, when it is asked for first. */
  Bucket of(Quota quota);

  /** What fills the bucket now and how much it holds, if it was ever asked for. */
  Optional<BucketConfiguration> configuration(String account, String operation);

  /** The bucket, if it was ever asked for. */
  Optional<Bucket> find(String account, String operation);
}
