package org.storesync.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;
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

/**
 * Finds out whether what documents need has been synchronized, and has it tried first if not: some
 * selects for a whole chunk.
 */
@ApplicationScoped
class Prerequisites {

  private static final RoomTexts TEXTS = RoomTexts.of(Prerequisites.class);

  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private SyncRecords records;

  /**
   * What is missing for each of these documents, a sentence by the number of the record; documents
   * for which everything is there are left out.
   *
   * @param tryFirst processes records that wait themselves, if it can, entity by entity
   */
  <D extends Document> Map<Long, String> missing(
      Store store,
      EntityKind<D> kind,
      List<ReadyRecord<D>> ready,
      BiConsumer<Long, List<SyncRecord>> tryFirst) {
    Map<Long, List<Prerequisite>> needed = new LinkedHashMap<>();
    ready.forEach(one -> needed.put(one.record().id(), kind.prerequisites(one.document())));
    Set<Prerequisite> all = new HashSet<>();
    needed.values().forEach(all::addAll);
    if (all.isEmpty()) {
      return Map.of();
    }
    List<StoreEntityRow> entities = storeEntities.of(store.id());
    Map<Prerequisite, SyncRecord> found = find(entities, all);
    Map<Long, List<SyncRecord>> waiting =
        found.values().stream()
            .filter(record -> record.status().inQueue() && !isThere(record))
            .collect(Collectors.groupingBy(SyncRecord::storeEntityId));
    if (!waiting.isEmpty()) {
      entities.stream()
          .map(StoreEntityRow::id)
          .filter(waiting::containsKey)
          .forEach(entity -> tryFirst.accept(entity, waiting.get(entity)));
      found = find(entities, all);
    }
    return missing(entities, needed, found);
  }

  private Map<Prerequisite, SyncRecord> find(
      List<StoreEntityRow> entities, Collection<Prerequisite> needed) {
    Map<Prerequisite, SyncRecord> found = new HashMap<>();
    needed.stream()
        .collect(Collectors.groupingBy(Prerequisite::documentClass))
        .forEach(
            (documentClass, some) -> {
              Map<DocumentId, SyncRecord> there =
                  records.findByExternalIds(
                      bringing(entities, documentClass).stream().map(StoreEntityRow::id).toList(),
                      some.stream().map(Prerequisite::externalId).toList());
              for (Prerequisite one : some) {
                Optional.ofNullable(there.get(one.externalId()))
                    .ifPresent(record -> found.put(one, record));
              }
            });
    return found;
  }

  private Map<Long, String> missing(
      List<StoreEntityRow> entities,
      Map<Long, List<Prerequisite>> needed,
      Map<Prerequisite, SyncRecord> found) {
    Map<Long, String> missing = new HashMap<>();
    needed.forEach(
        (recordId, prerequisites) ->
            prerequisites.stream()
                .filter(one -> !found.containsKey(one) || !isThere(found.get(one)))
                .findFirst()
                .ifPresent(one -> missing.put(recordId, sentence(entities, one, found.get(one)))));
    return missing;
  }

  /** Once written it stays written, even while newer content of it waits. */
  private static boolean isThere(SyncRecord record) {
    return record.status() == SyncStatus.PROCESSED || record.lastSynchronizedAt().isPresent();
  }

  private String sentence(List<StoreEntityRow> entities, Prerequisite needed, SyncRecord record) {
    String caption =
        bringing(entities, needed.documentClass()).stream()
            .findFirst()
            .map(entity -> kind(entity).caption(RoomTexts.RECORDED).toLowerCase(Locale.ROOT))
            .orElse("document");
    return TEXTS.recorded(
        record == null ? "waitsForUnknown" : "waitsForRecord", caption, needed.externalId());
  }

  private List<StoreEntityRow> bringing(
      List<StoreEntityRow> entities, Class<? extends Document> documentClass) {
    return entities.stream()
        .filter(entity -> kind(entity).documentClass().equals(documentClass))
        .toList();
  }

  private EntityKind<?> kind(StoreEntityRow entity) {
    return kinds.find(entity.kind()).orElseThrow();
  }
}
