package org.storesync.platform.quota;

import io.github.bucket4j.TimeMeter;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.storesync.platform.database.DatabaseResource;
import org.storesync.platform.database.DatabaseVendor;

/** Puts the buckets where all servers that share them can reach them. */
@ApplicationScoped
class QuotaBucketsOfDatabase {

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource database;

  @Produces
  @Singleton
  QuotaBuckets buckets(DatabaseVendor vendor, Clock clock) {
    return switch (vendor) {
      case H2 -> new LocalBuckets(new ClockMeter(clock));
      case POSTGRESQL -> new SharedBuckets(database, new ClockMeter(clock));
    };
  }

  /** The time of this server, as the buckets want it. */
  record ClockMeter(Clock clock) implements TimeMeter {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
