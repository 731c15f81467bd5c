package org.storesync.platform.database;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** For what only the first of several nodes may do, although they start together. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class FirstStart {

  @PersistenceContext private EntityManager entities;

  /**
   * Waits until no other node is between this and the end of its transaction. The key check is a
   * row that every database has before anything else is written.
   */
  public void oneAfterTheOther() {
    entities
        .createNativeQuery("select key_id from secret_key_check order by key_id for update")
        .getResultList();
  }
}
