package org.storesync.record;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The form for every database: entities, written in batches. */
@Stateless
@LocalBean
public class PortableRecordRows implements RecordRows {

  @PersistenceContext private EntityManager entities;

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
