package org.storesync.platform.quota;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much of a quota is left, and who uses it.
 *
 * @param account whose quota; a digest that says nothing about the account
 * @param bucketful what is in the bucket; absent if it was not asked for since the start
 * @param callers who calls it
 */
public record QuotaLevel(
    String account, String operation, Optional<Bucketful> bucketful, List<Caller> callers)
    implements Serializable {

  /**
   * @param tokens calls that could be made at once now
   * @param burst calls at once when none was made for long
   * @param perSecond the rate at which calls are earned, as the system told last
   */
  public record Bucketful(long tokens, long burst, double perSecond) implements Serializable {

    /** How long it takes to earn one call. */
    public Duration oneEvery() {
      return Duration.ofNanos(Math.round(1e9 / perSecond));
    }
  }

  /**
   * @param name as people know it: the name of a store
   * @param calledAt when it made a call last
   * @param personWaitsUntil when a person's run that waits goes on
   * @param unattendedWaitsUntil when a scheduled run that waits goes on
   */
  public record Caller(
      String name,
      Optional<Instant> calledAt,
      Optional<Instant> personWaitsUntil,
      Optional<Instant> unattendedWaitsUntil)
      implements Serializable {}
}
