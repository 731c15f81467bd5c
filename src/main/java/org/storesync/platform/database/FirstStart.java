package org.storesync.platform.database;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** For what only the first of several nodes may do, although they start together. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class FirstStart {

  @Inject private RowLocks locks;

  /**
   * Waits until no other node is between this and the end of its transaction. The key check is a
   * row that every database has before anything else is written.
   */
  public void oneAfterTheOther() {
    locks.lock("select 1 from secret_key_check order by key_id for update");
  }
}
