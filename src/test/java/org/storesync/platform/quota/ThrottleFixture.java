package org.storesync.platform.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storesync.platform.time.TestClock;

/**
 * The throttle with its parts, put together by hand: what is kept stands in memory, and waits pass
 * on the clock and not in reality.
 */
public final class ThrottleFixture {

  public final TestClock clock = new TestClock();
  public final Throttle throttle = new Throttle();
  public final CallCounts counts = new CallCounts();

  /** The waits that were made, in their order. */
  public final List<Duration> waits = new ArrayList<>();

  public final Waiting waiting =
      new Waiting() {
        @Override
        public void park(long nanos) {
          waits.add(Duration.ofNanos(nanos));
          clock.advance(Duration.ofNanos(nanos + 1_000));
        }
      };

  public ThrottleFixture() {
    clock.setTo(Instant.parse("2026-11-24T12:00:00Z"));
    throttle.clock = clock;
    throttle.waiting = waiting;
    throttle.buckets = new LocalBuckets(new QuotaBucketsOfDatabase.ClockMeter(clock));
    throttle.uses = new RememberedUses();
    throttle.counts = counts;
  }

  private final class RememberedUses extends QuotaUses {

    private final Map<QuotaUse.Key, QuotaUse> uses = new LinkedHashMap<>();

    @Override
    public void called(QuotaRequest request) {
      of(request).called(request.unattended(), clock.instant());
    }

    @Override
    public void waits(QuotaRequest request, Instant until) {
      of(request).waits(request.unattended(), until);
    }

    @Override
    public Optional<Instant> personWaits(Quota quota) {
      Instant longAgo = clock.instant().minus(KEEPS_ITS_PLACE);
      return uses.values().stream()
          .filter(use -> use.account().equals(quota.account()))
          .filter(use -> use.operation().equals(quota.operation()))
          .flatMap(use -> use.personWaitsUntil().stream())
          .filter(until -> until.isAfter(longAgo))
          .max(Instant::compareTo);
    }

    @Override
    public List<QuotaUse> all() {
      return List.copyOf(uses.values());
    }

    private QuotaUse of(QuotaRequest request) {
      return uses.computeIfAbsent(new QuotaUse.Key(request), key -> new QuotaUse(request));
    }
  }
}
