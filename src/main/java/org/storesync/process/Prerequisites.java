package org.storesync.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.storesync.kind.EntityKind;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.Prerequisite;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.platform.text.RoomTexts;
import org.storesync.record.SyncRecord;
import org.storesync.record.SyncRecords;
import org.storesync.record.SyncStatus;
import org.storesync.store.Store;

/** Finds out whether what a document needs has been synchronized, and tries it first if not. */
@ApplicationScoped
class Prerequisites {

  /**
   * How far a chain of prerequisites is followed: a refund needs a payment, which needs an order.
   */
  static final int MAX_DEPTH = 3;

  private static final RoomTexts TEXTS = RoomTexts.of(Prerequisites.class);

  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private SyncRecords records;

  /**
   * @param tryFirst processes the record with this number now, if it can
   * @return what the document waits for, a sentence; absent if everything is there
   */
  Optional<String> missing(Store store, List<Prerequisite> needed, LongConsumer tryFirst) {
    return needed.stream()
        .map(one -> missing(store, one, tryFirst))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> missing(Store store, Prerequisite needed, LongConsumer tryFirst) {
    List<StoreEntityRow> entities = bringing(store, needed);
    List<Long> ids = entities.stream().map(StoreEntityRow::id).toList();
    Optional<SyncRecord> record = records.findByExternalId(ids, needed.externalId());
    if (record.filter(one -> one.status().inQueue()).isPresent()) {
      tryFirst.accept(record.get().id());
      record = records.findByExternalId(ids, needed.externalId());
    }
    if (record.filter(Prerequisites::isThere).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        TEXTS.recorded(
            record.isPresent() ? "waitsForRecord" : "waitsForUnknown",
            caption(entities),
            needed.externalId(),
            record.map(SyncRecord::status).map(Enum::name).orElse("")));
  }

  /** Once written it stays written, even while newer content of it waits. */
  private static boolean isThere(SyncRecord record) {
    return record.status() == SyncStatus.PROCESSED || record.lastSynchronizedAt().isPresent();
  }

  private List<StoreEntityRow> bringing(Store store, Prerequisite needed) {
    return storeEntities.of(store.id()).stream()
        .filter(entity -> kind(entity).documentClass().equals(needed.documentClass()))
        .toList();
  }

  private EntityKind<?> kind(StoreEntityRow entity) {
    return kinds.find(entity.kind()).orElseThrow();
  }

  private String caption(List<StoreEntityRow> entities) {
    return entities.stream()
        .findFirst()
        .map(entity -> kind(entity).caption(RoomTexts.RECORDED).toLowerCase(Locale.ROOT))
        .orElse("document");
  }
}
