package org.storesync.run;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storesync.kind.StoreEntity;
import org.storesync.store.Store;

/** Reads the runs for people. */
@Stateless
public class RunList {

  @PersistenceContext private EntityManager entities;

  /** One page of runs, newest first. */
  public List<RunRow> page(RunFilter filter, int first, int atMost) {
    TypedQuery<Run> query =
        entities.createQuery(
            "select r from Run r" + where(filter) + " order by r.id desc", Run.class);
    return bind(query, filter)
        .setFirstResult(first)
        .setMaxResults(atMost)
        .getResultStream()
        .map(this::row)
        .toList();
  }

  public long count(RunFilter filter) {
    return bind(
            entities.createQuery("select count(r) from Run r" + where(filter), Long.class), filter)
        .getSingleResult();
  }

  public Optional<RunRow> find(long id) {
    return Optional.ofNullable(entities.find(Run.class, id)).map(this::row);
  }

  /** The newest prepare run of each entity of a store, by entity. */
  public Map<Long, RunRow> latestPrepares(long storeId) {
    Map<Long, RunRow> latest = new HashMap<>();
    entities
        .createQuery(
            "select r from Run r where r.id in (select max(o.id) from Run o where o.storeId = :store"
                + " and o.kind = :kind group by o.storeEntityId)",
            Run.class)
        .setParameter("store", storeId)
        .setParameter("kind", RunKind.PREPARE)
        .getResultStream()
        .map(this::row)
        .forEach(row -> latest.put(row.storeEntityId(), row));
    return latest;
  }

  /**
   * A mark that changes whenever a run at work has got on, and whenever runs have come or ended,
   * however short their life was; for pages that follow them.
   */
  public String mark() {
    Object[] active =
        (Object[])
            entities
                .createQuery(
                    "select count(r), sum(r.version) from Run r where r.state in"
                        + " (org.storesync.run.RunState.QUEUED, org.storesync.run.RunState.RUNNING)")
                .getSingleResult();
    // A short run may begin and end between two looks, on a node whose numbers are lower. Native,
    // since EclipseLink hands a computed time of PostgreSQL to the converter in another type.
    Object[] ended =
        (Object[])
            entities
                .createNativeQuery("select max(id), max(finished_at) from run")
                .getSingleResult();
    return active[0] + ":" + active[1] + ":" + ended[0] + ":" + ended[1];
  }

  private RunRow row(Run run) {
    String store =
        Optional.ofNullable(entities.find(Store.class, run.storeId())).map(Store::name).orElse("");
    String kind =
        run.storeEntityId()
            .map(id -> entities.find(StoreEntity.class, id))
            .map(StoreEntity::kind)
            .orElse(null);
    return run.row(store, kind);
  }

  private static String where(RunFilter filter) {
    List<String> conditions = new ArrayList<>();
    if (filter.kind() != null) {
      conditions.add("r.kind = :kind");
    }
    if (filter.state() != null) {
      conditions.add("r.state = :state");
    }
    if (filter.active() != null) {
      conditions.add(
          (filter.active() ? "" : "not ")
              + "r.state in (org.storesync.run.RunState.QUEUED, org.storesync.run.RunState.RUNNING)");
    }
    if (filter.storeId() != null) {
      conditions.add("r.storeId = :store");
    }
    if (filter.storeEntityId() != null) {
      conditions.add("r.storeEntityId = :entity");
    }
    if (filter.groupId() != null) {
      conditions.add("r.groupId = :group");
    }
    if (filter.before() != null) {
      conditions.add("r.id < :before");
    }
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  private static <T> TypedQuery<T> bind(TypedQuery<T> query, RunFilter filter) {
    bind(query, "kind", filter.kind());
    bind(query, "state", filter.state());
    bind(query, "store", filter.storeId());
    bind(query, "entity", filter.storeEntityId());
    bind(query, "group", filter.groupId());
    bind(query, "before", filter.before());
    return query;
  }

  private static void bind(TypedQuery<?> query, String name, Object value) {
    if (value != null) {
      query.setParameter(name, value);
    }
  }
}
