package org.storesync.record;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Side;
import org.storesync.connector.UnreadableDocument;
import org.storesync.kind.EntityKind;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.StoreEntity;
import org.storesync.platform.config.Node;
import org.storesync.platform.json.DocumentJson;

/**
 * The queue of synchronization records: what preparing puts in and processing takes out. Every
 * method is one transaction, or part of the caller's. Rows are locked in the order of their
 * numbers.
 */
@Stateless
public class SyncRecords {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private Node node;
  @Inject private DocumentJson json;
  @Inject private EntityKinds kinds;

  /**
   * Puts one page of documents of one store entity into the queue, as domain section 4 says: one
   * select for the page, and writes only for what is new or changed.
   *
   * @param documents those that belong to the kind; the newest stands where one appears twice
   * @param unreadable those that nobody can read, to be recorded as Invalid
   */
  public <D extends Document> OfferCounts offer(
      StoreEntity entity,
      EntityKind<D> kind,
      PrepareMode mode,
      List<D> documents,
      List<UnreadableDocument> unreadable) {
    Side source = kind.direction().source();
    Map<DocumentId, D> byId = new LinkedHashMap<>();
    documents.forEach(document -> byId.merge(document.id(), document, SyncRecords::newer));
    List<DocumentId> ids = new ArrayList<>(byId.keySet());
    unreadable.forEach(document -> ids.add(document.id()));
    Map<DocumentId, SyncRecord> there = lockBySourceId(entity.id(), source, ids);
    Map<DocumentId, DocumentId> kept = kept(entity, kind, ids, there);
    Instant now = clock.instant();
    OfferCounts counts = OfferCounts.NONE;
    Map<SyncRecord, String> contents = new LinkedHashMap<>();
    for (D document : byId.values()) {
      SyncRecord record =
          there.computeIfAbsent(document.id(), id -> born(entity, kind, id, kept.get(id), now));
      Optional<String> hashBefore = record.contentHash();
      FoundDocument found = describe(kind, document);
      Finding finding =
          record.found(
              found,
              kind.judge(document, record.idOn(source.other()).isPresent()),
              mode,
              source,
              now);
      if (!record.contentHash().equals(hashBefore)) {
        contents.put(record, found.content());
      }
      counts = counts.plus(finding);
    }
    for (UnreadableDocument document : unreadable) {
      SyncRecord record =
          there.computeIfAbsent(document.id(), id -> born(entity, kind, id, kept.get(id), now));
      counts = counts.plus(record.unreadable(document.reason(), mode, now));
    }
    store(there.values(), contents);
    return counts;
  }

  private static <D extends Document> D newer(D one, D other) {
    boolean otherIsOlder =
        one.modified().isPresent()
            && other.modified().filter(one.modified().get()::isAfter).isPresent();
    return otherIsOlder ? one : other;
  }

  private SyncRecord born(
      StoreEntity entity, EntityKind<?> kind, DocumentId id, DocumentId keptId, Instant now) {
    SyncRecord record = new SyncRecord(entity.id(), kind.direction().source(), id, now);
    if (keptId != null) {
      record.remembers(keptId, kind.direction().target(), kind.uniqueLocalId());
    }
    return record;
  }

  private <D extends Document> FoundDocument describe(EntityKind<D> kind, D document) {
    String content = json.write(document);
    return new FoundDocument(
        document.id(),
        document.modified(),
        content,
        DocumentJson.hash(content),
        kind.summarize(document));
  }

  private void store(Collection<SyncRecord> records, Map<SyncRecord, String> contents) {
    records.stream().filter(record -> record.id() == null).forEach(entities::persist);
    List<Long> changed =
        contents.keySet().stream().filter(entities::contains).map(SyncRecord::id).toList();
    Map<Long, SyncPayload> payloads = payloads(changed);
    contents.forEach(
        (record, content) -> {
          SyncPayload payload = payloads.get(record.id());
          if (payload == null) {
            entities.persist(new SyncPayload(record, content));
          } else {
            payload.replace(content);
          }
        });
  }

  private Map<DocumentId, SyncRecord> lockBySourceId(
      long storeEntityId, Side source, Collection<DocumentId> ids) {
    if (ids.isEmpty()) {
      return new LinkedHashMap<>();
    }
    String column = source == Side.MARKETPLACE ? "r.externalId" : "r.localId";
    return entities
        .createQuery(
            "select r from SyncRecord r where r.storeEntityId = :entity and "
                + column
                + " in :ids order by r.id",
            SyncRecord.class)
        .setParameter("entity", storeEntityId)
        .setParameter("ids", ids.stream().map(DocumentId::value).toList())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .collect(
            Collectors.toMap(
                record -> record.idOn(source).orElseThrow(),
                Function.identity(),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  /** The other ids of pairs whose record was deleted, for those ids that have no record now. */
  private Map<DocumentId, DocumentId> kept(
      StoreEntity entity,
      EntityKind<?> kind,
      List<DocumentId> ids,
      Map<DocumentId, SyncRecord> there) {
    Side source = kind.direction().source();
    List<String> missing =
        ids.stream()
            .filter(id -> !there.containsKey(id))
            .map(DocumentId::value)
            .distinct()
            .toList();
    if (missing.isEmpty()) {
      return Map.of();
    }
    Map<DocumentId, DocumentId> kept = new HashMap<>();
    entities
        .createQuery(
            "select k from KeptPair k where k.storeEntityId = :entity and "
                + (source == Side.MARKETPLACE ? "k.externalId" : "k.localId")
                + " in :ids",
            KeptPair.class)
        .setParameter("entity", entity.id())
        .setParameter("ids", missing)
        .getResultStream()
        .forEach(pair -> kept.put(pair.idOn(source), pair.idOn(source.other())));
    if (kind.uniqueLocalId() || source == Side.BACK_OFFICE) {
      // Somebody may have linked the other document to another record meanwhile.
      kept.values().removeAll(mapped(entity.id(), source.other(), kept.values()).keySet());
    }
    return kept;
  }

  private Map<Long, SyncPayload> payloads(Collection<Long> recordIds) {
    if (recordIds.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery("select p from SyncPayload p where p.recordId in :ids", SyncPayload.class)
        .setParameter("ids", recordIds)
        .getResultStream()
        .collect(Collectors.toMap(SyncPayload::recordId, Function.identity()));
  }

  /** The claimed records as they are now, each with its stored payload, in the given order. */
  public List<ClaimedRecord> load(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, SyncRecord> records = new HashMap<>();
    entities
        .createQuery("select r from SyncRecord r where r.id in :ids", SyncRecord.class)
        .setParameter("ids", ids)
        .getResultStream()
        .forEach(record -> records.put(record.id(), record));
    // After the records: a payload whose record is not here yet would read it, one by one.
    Map<Long, SyncPayload> payloads = payloads(ids);
    return ids.stream()
        .filter(records::containsKey)
        .map(id -> claimed(records.get(id), payloads.get(id)))
        .toList();
  }

  private static ClaimedRecord claimed(SyncRecord record, SyncPayload payload) {
    // A payload whose content was dropped belongs to another document.
    Optional<String> document =
        record.contentHash().isPresent()
            ? Optional.ofNullable(payload).map(SyncPayload::document)
            : Optional.empty();
    return new ClaimedRecord(
        record.id(),
        record.storeEntityId(),
        record.externalId(),
        record.localId(),
        record.status(),
        record.contentVersion(),
        document);
  }

  /**
   * Records what came of claimed records and writes their log, in the caller's transaction. An
   * outcome counts only while the claim still holds; the others are passed over.
   *
   * @param claim the claim under which they were processed
   * @param runId the run that processed them
   */
  public FinishCounts finish(String claim, long runId, List<FinishedRecord> finished) {
    if (finished.isEmpty()) {
      return FinishCounts.NONE;
    }
    Map<Long, SyncRecord> held = lockClaimed(claim, finished);
    Map<Long, StoreEntity> storeEntities = new HashMap<>();
    FinishCounts counts = FinishCounts.NONE;
    for (FinishedRecord one : finished) {
      SyncRecord record = held.get(one.record().id());
      if (record == null) {
        counts = counts.plus(FinishCounts.passedOver(1));
        continue;
      }
      StoreEntity entity =
          storeEntities.computeIfAbsent(
              record.storeEntityId(), id -> entities.find(StoreEntity.class, id));
      finish(record, entity, one, runId);
      counts = counts.plus(one.outcome(), record.status());
    }
    entities.flush();
    return counts;
  }

  private void finish(SyncRecord record, StoreEntity entity, FinishedRecord one, long runId) {
    EntityKind<?> kind = kinds.find(entity.kind()).orElseThrow();
    record.finished(
        one.outcome(),
        one.record().contentVersion(),
        kind.direction().target(),
        kind.uniqueLocalId(),
        entity.maxFailedAttempts(),
        clock.instant());
    entities.persist(
        new SyncAttempt(
            record, one.outcome(), runId, node.name(), one.startedAt(), one.duration()));
  }

  private Map<Long, SyncRecord> lockClaimed(String claim, List<FinishedRecord> finished) {
    return entities
        .createQuery(
            "select r from SyncRecord r where r.id in :ids and r.claim = :claim order by r.id",
            SyncRecord.class)
        .setParameter("ids", finished.stream().map(one -> one.record().id()).toList())
        .setParameter("claim", claim)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .collect(Collectors.toMap(SyncRecord::id, Function.identity()));
  }

  /**
   * The records of documents in some entities of a store, by their ids in the marketplace.
   *
   * @param storeEntityIds entities that may have brought them
   */
  public Map<DocumentId, SyncRecord> findByExternalIds(
      Collection<Long> storeEntityIds, Collection<DocumentId> externalIds) {
    if (storeEntityIds.isEmpty() || externalIds.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "select r from SyncRecord r where r.storeEntityId in :entities"
                + " and r.externalId in :ids order by r.id",
            SyncRecord.class)
        .setParameter("entities", storeEntityIds)
        .setParameter("ids", externalIds.stream().map(DocumentId::value).distinct().toList())
        .getResultStream()
        .collect(
            Collectors.toMap(
                record -> record.externalId().orElseThrow(),
                Function.identity(),
                (one, other) -> one));
  }

  /**
   * Removes what was recorded as unreadable for documents that can be read now and belong to
   * another entity: nothing was ever done with them here.
   */
  public void forgetUnread(long storeEntityId, Collection<DocumentId> externalIds) {
    if (externalIds.isEmpty()) {
      return;
    }
    entities
        .createQuery(
            "delete from SyncRecord r where r.storeEntityId = :entity and r.status = :invalid"
                + " and r.contentHash is null and r.localId is null and r.externalId in :ids")
        .setParameter("entity", storeEntityId)
        .setParameter("invalid", SyncStatus.INVALID)
        .setParameter("ids", externalIds.stream().map(DocumentId::value).toList())
        .executeUpdate();
  }

  /**
   * Which of these entities has a record of each document; documents that none knows are missing.
   *
   * @param side the side that the ids are of
   */
  public Map<DocumentId, Long> owners(
      Collection<Long> storeEntityIds, Side side, Collection<DocumentId> documentIds) {
    Map<DocumentId, Long> owners = new HashMap<>();
    for (long storeEntityId : storeEntityIds) {
      mapped(storeEntityId, side, documentIds)
          .keySet()
          .forEach(id -> owners.putIfAbsent(id, storeEntityId));
    }
    return owners;
  }

  /**
   * Which records of an entity these documents belong to.
   *
   * @param side the side that the ids are of
   */
  public Map<DocumentId, Long> mapped(
      long storeEntityId, Side side, Collection<DocumentId> documentIds) {
    if (documentIds.isEmpty()) {
      return Map.of();
    }
    String column = side == Side.MARKETPLACE ? "r.externalId" : "r.localId";
    return entities
        .createQuery(
            "select r from SyncRecord r where r.storeEntityId = :entity and " + column + " in :ids",
            SyncRecord.class)
        .setParameter("entity", storeEntityId)
        .setParameter("ids", documentIds.stream().map(DocumentId::value).toList())
        .getResultStream()
        .collect(
            Collectors.toMap(
                record -> record.idOn(side).orElseThrow(), SyncRecord::id, (one, other) -> one));
  }

  /**
   * Takes over the document of a claimed record as its source has it now.
   *
   * @return the record with this content
   */
  public <D extends Document> ClaimedRecord refresh(
      ClaimedRecord claimed, EntityKind<D> kind, D document) {
    SyncRecord record =
        entities.find(SyncRecord.class, claimed.id(), LockModeType.PESSIMISTIC_WRITE);
    FoundDocument found = describe(kind, document);
    if (!record.contentHash().equals(Optional.of(found.hash()))) {
      record.refresh(found, kind.direction().source(), clock.instant());
      store(List.of(record), Map.of(record, found.content()));
    }
    return claimed(record, new SyncPayload(record, found.content()));
  }
}
