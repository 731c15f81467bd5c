package org.storesync.process;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

class QueryAnywhere {
  @PersistenceContext EntityManager entities;
}
