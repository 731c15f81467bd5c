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
import java.util.Set;
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
import org.storesync.platform.database.DatabaseVendor;
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
  @Inject private DatabaseVendor vendor;
  @Inject private RecordClaims claims;
  @Inject private PortableRecordRows portableRows;
  @Inject private PostgresqlRecordRows postgresqlRows;

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
    Map<DocumentId, SeenRecord> seen = seen(entity.id(), source, ids);
    OfferCounts counts = OfferCounts.NONE;
    List<OfferedDocument<D>> news = new ArrayList<>();
    for (D document : byId.values()) {
      OfferedDocument<D> offered = new OfferedDocument<>(document, json);
      Optional<Finding> known =
          Optional.ofNullable(seen.get(document.id()))
              .flatMap(record -> findingWithoutTrace(record, kind, mode, offered));
      if (known.isPresent()) {
        counts = counts.plus(known.get());
      } else {
        news.add(offered);
      }
    }
    return counts.plus(take(entity, kind, mode, news, unreadable, seen.keySet()));
  }

  private static <D extends Document> Optional<Finding> findingWithoutTrace(
      SeenRecord record, EntityKind<D> kind, PrepareMode mode, OfferedDocument<D> offered) {
    return record.findingWithoutTrace(
        offered::hash,
        offered.document().modified(),
        kind.judge(offered.document(), record.paired()),
        mode);
  }

  /**
   * Takes what is new or changed.
   *
   * @param seen the documents that had a record a moment ago
   */
  private <D extends Document> OfferCounts take(
      StoreEntity entity,
      EntityKind<D> kind,
      PrepareMode mode,
      List<OfferedDocument<D>> news,
      List<UnreadableDocument> unreadable,
      Set<DocumentId> seen) {
    Side source = kind.direction().source();
    List<DocumentId> ids = new ArrayList<>(news.stream().map(one -> one.document().id()).toList());
    unreadable.forEach(document -> ids.add(document.id()));
    Map<DocumentId, SyncRecord> there =
        lockBySourceId(entity.id(), source, ids.stream().filter(seen::contains).toList());
    Map<DocumentId, DocumentId> kept = kept(entity, kind, ids, there);
    Instant now = clock.instant();
    OfferCounts counts = OfferCounts.NONE;
    Map<SyncRecord, String> contents = new LinkedHashMap<>();
    for (OfferedDocument<D> offered : news) {
      SyncRecord record =
          there.computeIfAbsent(
              offered.document().id(), id -> born(entity, kind, id, kept.get(id), now));
      Optional<String> hashBefore = record.contentHash();
      Finding finding =
          record.found(
              describe(kind, offered),
              kind.judge(offered.document(), record.idOn(source.other()).isPresent()),
              mode,
              source,
              now);
      if (!record.contentHash().equals(hashBefore)) {
        contents.put(record, offered.content());
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

  private static <D extends Document> FoundDocument describe(
      EntityKind<D> kind, OfferedDocument<D> offered) {
    return new FoundDocument(
        offered.document().id(),
        offered.document().modified(),
        offered.content(),
        offered.hash(),
        kind.summarize(offered.document()));
  }

  private void store(Collection<SyncRecord> records, Map<SyncRecord, String> contents) {
    List<SyncRecord> added = records.stream().filter(record -> record.id() == null).toList();
    Map<SyncRecord, String> replaced = new LinkedHashMap<>(contents);
    Map<SyncRecord, String> ofAdded = new LinkedHashMap<>();
    added.forEach(
        record ->
            Optional.ofNullable(replaced.remove(record))
                .ifPresent(content -> ofAdded.put(record, content)));
    rows().insert(added, ofAdded);
    Map<Long, SyncPayload> payloads =
        payloads(replaced.keySet().stream().map(SyncRecord::id).toList());
    replaced.forEach(
        (record, content) -> {
          SyncPayload payload = payloads.get(record.id());
          if (payload == null) {
            entities.persist(new SyncPayload(record, content));
          } else {
            payload.replace(content);
          }
        });
  }

  private RecordRows rows() {
    return vendor == DatabaseVendor.POSTGRESQL ? postgresqlRows : portableRows;
  }

  /** What is known of these documents. */
  private Map<DocumentId, SeenRecord> seen(
      long storeEntityId, Side source, Collection<DocumentId> ids) {
    return ids.isEmpty() ? Map.of() : rows().seen(storeEntityId, source, ids);
  }

  /** The records of these documents, as entities that can be changed. */
  private Map<DocumentId, SyncRecord> lockBySourceId(
      long storeEntityId, Side source, Collection<DocumentId> ids) {
    Map<DocumentId, Long> numbers = mapped(storeEntityId, source, ids);
    Map<DocumentId, SyncRecord> locked = new LinkedHashMap<>();
    if (!numbers.isEmpty()) {
      portableRows
          .lock(numbers.values())
          .forEach(
              record ->
                  record
                      .idOn(source)
                      .filter(numbers::containsKey)
                      .ifPresent(id -> locked.putIfAbsent(id, record)));
    }
    return locked;
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
    Map<Long, ClaimedRecord> records =
        rows().claimed(ids).stream()
            .collect(Collectors.toMap(ClaimedRecord::id, Function.identity()));
    return ids.stream().filter(records::containsKey).map(records::get).toList();
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
    List<Long> ids = finished.stream().map(one -> one.record().id()).toList();
    Map<Long, SyncRecord> held =
        rows().lock(ids).stream().collect(Collectors.toMap(SyncRecord::id, Function.identity()));
    held.keySet().retainAll(Set.copyOf(claims.letGo(claim, ids)));
    Map<Long, StoreEntity> storeEntities = new HashMap<>();
    List<SyncAttempt> attempts = new ArrayList<>();
    FinishCounts counts = FinishCounts.NONE;
    Instant now = clock.instant();
    for (FinishedRecord one : finished) {
      SyncRecord record = held.get(one.record().id());
      if (record == null) {
        counts = counts.plus(FinishCounts.passedOver(1));
        continue;
      }
      StoreEntity entity =
          storeEntities.computeIfAbsent(
              record.storeEntityId(), id -> entities.find(StoreEntity.class, id));
      attempts.add(finish(record, entity, one, runId, now));
      counts = counts.plus(one.outcome(), record.status());
    }
    rows().finish(held.values());
    rows().log(attempts);
    return counts;
  }

  private SyncAttempt finish(
      SyncRecord record, StoreEntity entity, FinishedRecord one, long runId, Instant now) {
    EntityKind<?> kind = kinds.find(entity.kind()).orElseThrow();
    record.finished(
        one.outcome(),
        one.record().contentVersion(),
        kind.direction().target(),
        kind.uniqueLocalId(),
        entity.maxFailedAttempts(),
        now);
    return new SyncAttempt(
        record, one.outcome(), runId, node.name(), one.startedAt(), one.duration());
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
    List<Long> numbers =
        storeEntityIds.stream()
            .flatMap(entity -> mapped(entity, Side.MARKETPLACE, externalIds).values().stream())
            .toList();
    if (numbers.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "select r from SyncRecord r where r.id in :ids order by r.id", SyncRecord.class)
        .setParameter("ids", numbers)
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
    // Not the records themselves: they may be locked and written later in the same transaction.
    return rows().numbers(storeEntityId, side, documentIds);
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
    FoundDocument found = describe(kind, new OfferedDocument<>(document, json));
    if (!record.contentHash().equals(Optional.of(found.hash()))) {
      record.refresh(found, kind.direction().source(), clock.instant());
      store(List.of(record), Map.of(record, found.content()));
    }
    return ClaimedRecord.of(record, found.content());
  }
}
