package org.storesync.backoffice;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The form for every database: entities, written in batches. */
@Stateless
@LocalBean
public class PortableOrderRows implements OrderRows {

  @PersistenceContext private EntityManager entities;

  @Override
  public Map<String, String> numbers(long storeId, Collection<String> amazonOrderIds) {
    return entities
        .createQuery(
            "select o.amazonOrderId, o.number from SalesOrder o"
                + " where o.storeId = :store and o.amazonOrderId in :ids",
            Object[].class)
        .setParameter("store", storeId)
        .setParameter("ids", amazonOrderIds)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
  }

  @Override
  public void insert(Collection<Order> added) {
    added.forEach(entities::persist);
  }
}
