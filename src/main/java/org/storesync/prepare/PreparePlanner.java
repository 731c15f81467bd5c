package org.storesync.prepare;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.storesync.connector.Connectors;
import org.storesync.connector.Document;
import org.storesync.connector.EntitySource;
import org.storesync.connector.SourceLimits;
import org.storesync.kind.DateRange;
import org.storesync.kind.EntityKind;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.RangeRefused;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;
import org.storesync.platform.text.RoomTexts;
import org.storesync.run.PrepareRuns;
import org.storesync.run.Run;
import org.storesync.run.Starter;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/**
 * Starts preparations: says beforehand what one would do, refuses what can't be done, and queues
 * one run for each entity. Entities that are read from the same source share one read. No
 * transaction: it asks sources for their limits.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PreparePlanner {

  private static final RoomTexts TEXTS = RoomTexts.of(PreparePlanner.class);

  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private Connectors connectors;
  @Inject private PrepareRuns prepareRuns;
  @Inject private Clock clock;

  /** Where a source is the same, one read serves all. */
  private record SharedSource(String system, Class<?> documentClass) {}

  /**
   * What preparing this entity would do now.
   *
   * @throws PrepareRefused if it could not be started
   */
  public PreparePreview preview(
      long storeEntityId, PrepareMode mode, DateRange range, Locale language, ZoneId zone)
      throws PrepareRefused {
    StoreEntity entity = entity(storeEntityId);
    Store store = stores.find(entity.storeId()).orElseThrow();
    SourceLimits limits = source(store, kind(entity)).limits(access(store, entity));
    try {
      return PreparePreview.of(
          mode, entity.windowFor(mode, range, limits, clock.instant()), limits);
    } catch (RangeRefused refused) {
      throw new PrepareRefused(words(refused, language, zone), refused);
    }
  }

  /**
   * Queues what is asked for.
   *
   * @return the numbers of the runs, one for each entity in its order; where the same is already at
   *     work, the number of that run
   * @throws PrepareRefused if a part of it can't be done; nothing is queued then
   */
  public List<Long> start(PrepareRequest request, Starter starter, Locale language, ZoneId zone)
      throws PrepareRefused {
    return prepareRuns.queue(plan(request, starter, language, zone));
  }

  /**
   * The runs that do what is asked for, not queued yet: for whoever queues them in a transaction of
   * its own ({@link PrepareRuns#queue}).
   *
   * @return lists of runs that share one read
   * @throws PrepareRefused if a part of it can't be done
   */
  public List<List<Run>> plan(PrepareRequest request, Starter starter, Locale language, ZoneId zone)
      throws PrepareRefused {
    Store store =
        stores
            .find(request.storeId())
            .orElseThrow(() -> new PrepareRefused(TEXTS.text(language, "unknownStore")));
    if (!store.active()) {
      throw new PrepareRefused(TEXTS.text(language, "inactiveStore", store.name()));
    }
    Map<SharedSource, List<Run>> together = new LinkedHashMap<>();
    for (Long id : request.storeEntityIds()) {
      StoreEntity entity = entityOf(store, id, language);
      preview(id, request.mode(), request.range(), language, zone);
      EntityKind<?> kind = kind(entity);
      together
          .computeIfAbsent(
              new SharedSource(store.system(kind.direction().source()), kind.documentClass()),
              shared -> new ArrayList<>())
          .add(run(request, id, starter));
    }
    return List.copyOf(together.values());
  }

  private StoreEntity entityOf(Store store, long id, Locale language) throws PrepareRefused {
    StoreEntity entity =
        storeEntities
            .find(id)
            .filter(found -> found.storeId() == store.id())
            .orElseThrow(() -> new PrepareRefused(TEXTS.text(language, "unknownEntity")));
    if (!entity.active()) {
      throw new PrepareRefused(
          TEXTS.text(language, "inactiveEntity", kind(entity).caption(language), store.name()));
    }
    return entity;
  }

  private Run run(PrepareRequest request, long storeEntityId, Starter starter) {
    DateRange range =
        request.mode() == PrepareMode.INCREMENTAL ? DateRange.open() : request.range();
    return Run.prepare(
        request.storeId(),
        storeEntityId,
        request.mode(),
        range,
        request.thenProcess(),
        starter,
        clock.instant());
  }

  private StoreEntity entity(long id) throws PrepareRefused {
    return storeEntities
        .find(id)
        .orElseThrow(() -> new PrepareRefused(TEXTS.recorded("unknownEntity")));
  }

  private EntityKind<?> kind(StoreEntity entity) {
    return kinds.find(entity.kind()).orElseThrow();
  }

  private <D extends Document> EntitySource<D> source(Store store, EntityKind<D> kind) {
    return connectors
        .source(store.system(kind.direction().source()), kind.documentClass())
        .orElseThrow();
  }

  private org.storesync.connector.StoreAccess access(Store store, StoreEntity entity) {
    return store.access(kind(entity).direction().source());
  }

  /** The reason in words, with the instant in the person's own zone. */
  static String words(RangeRefused refused, Locale language, ZoneId zone) {
    return TEXTS.text(
        language, "range." + refused.reason(), written(refused.bound(), language, zone));
  }

  private static String written(Instant instant, Locale language, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(language)
        .withZone(zone)
        .format(instant);
  }
}
