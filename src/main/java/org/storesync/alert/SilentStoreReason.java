package org.storesync.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.storesync.kind.Direction;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.record.SyncRecordFigures;
import org.storesync.store.StoreSummary;
import org.storesync.store.Stores;

/**
 * No document has come in for longer than the rhythm of this store explains. Only what was read is
 * silent: during a pause, an outage or while nobody prepares, the baseline stands still, and
 * nothing is said.
 */
@ApplicationScoped
public class SilentStoreReason implements AlertReason {

  private static final Duration WEEK = Duration.ofDays(7);

  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private SyncRecordFigures figures;

  @Override
  public String code() {
    return "STORE_SILENT";
  }

  @Override
  public List<Concern> concerns() {
    return stores.all().stream()
        .filter(StoreSummary::active)
        .flatMap(store -> storeEntities.of(store.id()).stream())
        .filter(entity -> entity.active() && entity.direction() == Direction.IMPORT)
        .flatMap(this::silence)
        .toList();
  }

  private Stream<Concern> silence(StoreEntityRow entity) {
    Optional<Instant> last = figures.lastCreated(entity.id());
    if (entity.baseline() == null || last.filter(entity.baseline()::isAfter).isEmpty()) {
      return Stream.empty();
    }
    OrderRhythm rhythm = rhythm(entity, last.get());
    return rhythm.makesSilenceUnusual()
        ? Stream.of(concern(entity, last.get(), rhythm))
        : Stream.empty();
  }

  private OrderRhythm rhythm(StoreEntityRow entity, Instant last) {
    Instant first = figures.firstCreated(entity.id()).orElse(last);
    // A week has all the times that there are; more would reach into the silence itself.
    Instant end = entity.baseline().isBefore(last.plus(WEEK)) ? entity.baseline() : last.plus(WEEK);
    List<Long> weeks = new ArrayList<>();
    for (int ago = 1; ago <= OrderRhythm.MOST_WEEKS; ago++) {
      Duration distance = WEEK.multipliedBy(ago);
      if (!first.isAfter(last.minus(distance))) {
        weeks.add(figures.created(entity.id(), last.minus(distance), end.minus(distance)));
      }
    }
    return new OrderRhythm(weeks);
  }

  private Concern concern(StoreEntityRow entity, Instant last, OrderRhythm rhythm) {
    return new Concern(
        Long.toString(entity.id()),
        entity.storeId(),
        last,
        Math.round(rhythm.usual()),
        List.of(entity.kind(), entity.storeName()),
        PageLink.to("/prepare-data.xhtml", "store", entity.storeName()));
  }

  @Override
  public boolean urgent() {
    return true;
  }

  @Override
  public List<String> spoken(List<String> details, Locale language) {
    return KindWords.first(kinds, details, language);
  }
}
