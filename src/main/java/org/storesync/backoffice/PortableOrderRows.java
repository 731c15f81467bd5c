package org.storesync.backoffice;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;

/** The form for every database: entities, written in batches. */
@Stateless
@LocalBean
public class PortableOrderRows implements OrderRows {

  @PersistenceContext private EntityManager entities;

  @Override
  public void insert(Collection<Order> added) {
    added.forEach(entities::persist);
  }
}
