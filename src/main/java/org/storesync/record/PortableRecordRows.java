package org.storesync.record;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Side;

/** The form for every database: entities, written in batches. */
@Stateless
@LocalBean
public class PortableRecordRows implements RecordRows {

  @PersistenceContext private EntityManager entities;

  @Override
  public Map<DocumentId, SeenRecord> seen(
      long storeEntityId, Side source, Collection<DocumentId> ids) {
    return ofDocuments(SeenRecord.columns(source), storeEntityId, source, ids)
        .collect(
            Collectors.toMap(PortableRecordRows::document, SeenRecord::of, (one, other) -> one));
  }

  @Override
  public Map<DocumentId, Long> numbers(long storeEntityId, Side side, Collection<DocumentId> ids) {
    return ofDocuments(id(side) + ", r.id", storeEntityId, side, ids)
        .collect(
            Collectors.toMap(
                PortableRecordRows::document, row -> (Long) row[1], (one, other) -> one));
  }

  private Stream<Object[]> ofDocuments(
      String what, long storeEntityId, Side side, Collection<DocumentId> ids) {
    return entities
        .createQuery(
            "select "
                + what
                + " from SyncRecord r where r.storeEntityId = :entity and "
                + id(side)
                + " in :ids order by r.id",
            Object[].class)
        .setParameter("entity", storeEntityId)
        .setParameter("ids", ids.stream().map(DocumentId::value).toList())
        .getResultStream();
  }

  private static String id(Side side) {
    return side == Side.MARKETPLACE ? "r.externalId" : "r.localId";
  }

  private static DocumentId document(Object[] row) {
    return new DocumentId((String) row[0]);
  }

  @Override
  public List<SyncRecord> lock(Collection<Long> ids) {
    return entities
        .createQuery(
            "select r from SyncRecord r where r.id in :ids order by r.id", SyncRecord.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  @Override
  public List<ClaimedRecord> claimed(Collection<Long> ids) {
    List<Object[]> rows =
        entities
            .createQuery(
                "select " + ClaimedRecord.COLUMNS + " from SyncRecord r where r.id in :ids",
                Object[].class)
            .setParameter("ids", ids)
            .getResultList();
    // After them, so that it is never older.
    Map<Long, String> documents = documents(ids);
    return rows.stream().map(row -> ClaimedRecord.of(row, documents::get)).toList();
  }

  private Map<Long, String> documents(Collection<Long> ids) {
    return entities
        .createQuery(
            "select p.recordId, p.document from SyncPayload p where p.recordId in :ids",
            Object[].class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
  }

  @Override
  public void insert(Collection<SyncRecord> added, Map<SyncRecord, String> documents) {
    added.forEach(entities::persist);
    documents.forEach((record, document) -> entities.persist(new SyncPayload(record, document)));
  }

  @Override
  public void finish(Collection<SyncRecord> locked) {
    entities.flush();
  }

  @Override
  public void log(Collection<SyncAttempt> attempts) {
    attempts.forEach(entities::persist);
    entities.flush();
  }
}
