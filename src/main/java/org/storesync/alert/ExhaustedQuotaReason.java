package org.storesync.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.storesync.platform.quota.QuotaLevel;
import org.storesync.platform.quota.Throttle;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/**
 * Somebody waits for a quota that allows no call for long. The short waits of a run that reads at
 * the pace of its quota are none.
 */
@ApplicationScoped
public class ExhaustedQuotaReason implements AlertReason {

  static final Duration LONG = Duration.ofMinutes(15);

  @Inject private Throttle throttle;
  @Inject private Stores stores;

  @Override
  public String code() {
    return "QUOTA_EXHAUSTED";
  }

  @Override
  public List<Concern> concerns() {
    return throttle.levels().stream().flatMap(this::concern).toList();
  }

  private Stream<Concern> concern(QuotaLevel level) {
    List<QuotaLevel.Caller> waiting =
        level.callers().stream().filter(caller -> waitsUntil(caller).isPresent()).toList();
    Optional<Instant> until =
        waiting.stream()
            .flatMap(caller -> waitsUntil(caller).stream())
            .max(Comparator.naturalOrder());
    Optional<Instant> lastCall =
        level.callers().stream()
            .flatMap(caller -> caller.calledAt().stream())
            .max(Comparator.naturalOrder());
    boolean exhausted =
        until.isPresent()
            && lastCall.isPresent()
            && Duration.between(lastCall.get(), until.get()).compareTo(LONG) >= 0;
    return exhausted ? Stream.of(concern(level, waiting, lastCall.get())) : Stream.empty();
  }

  private static Optional<Instant> waitsUntil(QuotaLevel.Caller caller) {
    return Stream.concat(caller.personWaitsUntil().stream(), caller.unattendedWaitsUntil().stream())
        .max(Comparator.naturalOrder());
  }

  private Concern concern(QuotaLevel level, List<QuotaLevel.Caller> waiting, Instant lastCall) {
    return new Concern(
        level.account() + " " + level.operation(),
        stores.findByName(waiting.get(0).name()).map(Store::id).orElse(null),
        lastCall,
        waiting.size(),
        List.of(
            waiting.stream().map(QuotaLevel.Caller::name).collect(Collectors.joining(", ")),
            level.operation()),
        "/quotas.xhtml");
  }

  @Override
  public boolean urgent() {
    return false;
  }
}
