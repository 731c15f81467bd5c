package org.storesync.store;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The stores. */
@Stateless
public class Stores {

  @PersistenceContext private EntityManager entities;

  public Optional<Store> find(long id) {
    return Optional.ofNullable(entities.find(Store.class, id));
  }

  /** By its name, whatever the case of its letters. */
  public Optional<Store> findByName(String name) {
    return entities
        .createQuery("select s from Store s where s.nameKey = :key", Store.class)
        .setParameter("key", Store.keyOf(name))
        .getResultStream()
        .findFirst();
  }

  /** All stores by name, the default one first. */
  public List<StoreSummary> all() {
    return entities
        .createQuery(
            "select s from Store s order by case when s.defaultMark = true then 0 else 1 end,"
                + " s.nameKey",
            Store.class)
        .getResultStream()
        .map(store -> new StoreSummary(store.id(), store.name(), store.active(), store.isDefault()))
        .toList();
  }
}
