package org.storesync.benchmark.small;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The one stateless bean. */
@Stateless
public class SmallRows {

  @PersistenceContext private EntityManager entities;

  public List<SmallRow> all() {
    return entities.createQuery("select r from SmallRow r", SmallRow.class).getResultList();
  }
}
