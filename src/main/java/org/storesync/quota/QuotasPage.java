package org.storesync.quota;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.storesync.platform.quota.QuotaLevel;
import org.storesync.platform.quota.Throttle;
import org.storesync.web.Texts;
import org.storesync.web.TimeDisplay;

/** Page Quotas: for each account and operation what is left, how fast it comes back, who waits. */
@Named
@ViewScoped
public class QuotasPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Throttle throttle;
  @Inject private Texts texts;
  @Inject private TimeDisplay time;

  private List<QuotaLevel> levels = List.of();

  @PostConstruct
  public void load() {
    levels = throttle.levels();
  }

  public List<QuotaLevel> getLevels() {
    return levels;
  }

  /** The stores whose calls come out of this quota. */
  public String storesOf(QuotaLevel level) {
    return level.callers().stream().map(QuotaLevel.Caller::name).collect(Collectors.joining(", "));
  }

  /** Calls left of those that fit in; null while this server has not asked. */
  public QuotaLevel.Bucketful left(QuotaLevel level) {
    return level.bucketful().orElse(null);
  }

  /** When the last call was made; null if none was. */
  public Instant lastCall(QuotaLevel level) {
    return level.callers().stream()
        .flatMap(caller -> caller.calledAt().stream())
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** One sentence for each store that waits. */
  public List<String> waiting(QuotaLevel level) {
    return level.callers().stream()
        .flatMap(
            caller ->
                Stream.concat(
                    sentence("quota.waits.person", caller, caller.personWaitsUntil()),
                    sentence("quota.waits.unattended", caller, caller.unattendedWaitsUntil())))
        .toList();
  }

  private Stream<String> sentence(String text, QuotaLevel.Caller caller, Optional<Instant> until) {
    return until.map(instant -> texts.of(text, caller.name(), time.full(instant))).stream();
  }
}
