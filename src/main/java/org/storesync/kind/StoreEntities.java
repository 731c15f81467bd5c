package org.storesync.kind;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditChanges;
import org.storesync.audit.AuditSubject;
import org.storesync.audit.AuditTrail;
import org.storesync.connector.Connectors;
import org.storesync.connector.Document;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/** The kinds of entity in the stores. */
@Stateless
public class StoreEntities {

  @PersistenceContext private EntityManager entities;
  @Inject private EntityKinds kinds;
  @Inject private Connectors connectors;
  @Inject private Stores stores;
  @Inject private AuditTrail audit;

  public Optional<StoreEntity> find(long id) {
    return Optional.ofNullable(entities.find(StoreEntity.class, id));
  }

  public Optional<StoreEntity> find(long storeId, String kind) {
    return entities
        .createQuery(
            "select e from StoreEntity e where e.storeId = :store and e.kind = :kind",
            StoreEntity.class)
        .setParameter("store", storeId)
        .setParameter("kind", kind)
        .getResultStream()
        .findFirst();
  }

  /** These store entities, locked in one order until the transaction ends. */
  public List<StoreEntity> lock(Collection<Long> ids) {
    return entities
        .createQuery(
            "select e from StoreEntity e where e.id in :ids order by e.id", StoreEntity.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** All entities of a store whose kind is part of this server, in sync order. */
  public List<StoreEntityRow> of(long storeId) {
    return stores
        .find(storeId)
        .map(store -> entitiesOf(store).map(entity -> row(store, entity)).toList())
        .orElse(List.of());
  }

  private Stream<StoreEntity> entitiesOf(Store store) {
    return entities
        .createQuery(
            "select e from StoreEntity e where e.storeId = :store order by e.syncOrder, e.id",
            StoreEntity.class)
        .setParameter("store", store.id())
        .getResultStream()
        .filter(entity -> kinds.find(entity.kind()).isPresent());
  }

  private StoreEntityRow row(Store store, StoreEntity entity) {
    return new StoreEntityRow(
        entity.id(),
        store.id(),
        store.name(),
        entity.kind(),
        kinds.find(entity.kind()).orElseThrow().direction(),
        entity.active(),
        entity.maxFailedAttempts(),
        entity.baseline().orElse(null),
        entity.lastIncrementalAt().orElse(null),
        entity.lastByDateAt().orElse(null),
        entity.lastFullAt().orElse(null),
        entity.lastError().orElse(null),
        entity.lastErrorAt().orElse(null),
        entity.version());
  }

  /**
   * Lets the kinds appear that both systems of the store can carry and that it does not have yet,
   * switched off. Nodes that start together may do so together.
   */
  public void appear(long storeId) {
    Store store = stores.find(storeId).orElseThrow();
    Set<String> there =
        entities
            .createQuery("select e.kind from StoreEntity e where e.storeId = :store", String.class)
            .setParameter("store", storeId)
            .getResultStream()
            .collect(Collectors.toSet());
    kinds.all().stream()
        .filter(kind -> !there.contains(kind.code()) && carried(kind, store))
        .forEach(kind -> appear(storeId, kind));
  }

  /** One statement that lets the one who is faster win, which an insert by itself would not. */
  private void appear(long storeId, EntityKind<?> kind) {
    entities
        .createNativeQuery(
            "insert into store_entity (id, store_id, kind, sync_order, active,"
                + " max_failed_attempts, version) values (nextval('store_entity_seq'), ?1, ?2, ?3,"
                + " false, ?4, 1) on conflict do nothing")
        .setParameter(1, storeId)
        .setParameter(2, kind.code())
        .setParameter(3, kind.syncOrder())
        .setParameter(4, StoreEntity.DEFAULT_MAX_FAILED_ATTEMPTS)
        .executeUpdate();
  }

  private <D extends Document> boolean carried(EntityKind<D> kind, Store store) {
    Direction direction = kind.direction();
    return connectors.source(store.system(direction.source()), kind.documentClass()).isPresent()
        && connectors.target(store.system(direction.target()), kind.documentClass()).isPresent();
  }

  /** Whether a record can be let fail so often. */
  public static boolean mayFail(int attempts) {
    return attempts >= 1 && attempts <= StoreEntity.GREATEST_MAX_FAILED_ATTEMPTS;
  }

  /**
   * Changes what a person may change. Switching a kind on switches on those it needs.
   *
   * @param version what the person saw
   * @throws StoreEntityChangedMeanwhile if somebody was faster
   */
  public void change(long id, boolean active, int maxFailedAttempts, int version) {
    if (!mayFail(maxFailedAttempts)) {
      throw new IllegalArgumentException("A record can't be let fail so often");
    }
    StoreEntity entity = entities.find(StoreEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (entity.version() != version) {
      throw new StoreEntityChangedMeanwhile(entity.kind());
    }
    AuditChanges changes =
        AuditChanges.none()
            .field("active", entity.active(), active)
            .field("maxFailedAttempts", entity.maxFailedAttempts(), maxFailedAttempts);
    entity.setActive(active);
    entity.setMaxFailedAttempts(maxFailedAttempts);
    audit.recordIfChanged(AuditAction.ENTITY_CHANGED, subject(entity), changes);
    if (active) {
      activateNeeded(entity);
    }
  }

  private AuditSubject subject(StoreEntity entity) {
    String store = stores.find(entity.storeId()).orElseThrow().name();
    return AuditSubject.of(AuditSubject.Kind.ENTITY, entity.id(), store + " / " + entity.kind());
  }

  private void activateNeeded(StoreEntity entity) {
    Set<Class<? extends Document>> needs =
        kinds.find(entity.kind()).map(EntityKind::needs).orElse(Set.of());
    entitiesOf(stores.find(entity.storeId()).orElseThrow())
        .filter(other -> needs.contains(kinds.find(other.kind()).orElseThrow().documentClass()))
        .filter(other -> !other.active())
        .forEach(
            other -> {
              other.setActive(true);
              audit.record(
                  AuditAction.ENTITY_CHANGED,
                  subject(other),
                  AuditChanges.none().field("active", false, true));
              activateNeeded(other);
            });
  }
}
