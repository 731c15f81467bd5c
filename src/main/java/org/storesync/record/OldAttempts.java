package org.storesync.record;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.storesync.platform.retention.Retention;

/** The log of attempts goes with the time; records and their ids stay for ever. */
@Stateless
@Local(Retention.class)
public class OldAttempts implements Retention {

  @PersistenceContext private EntityManager entities;

  @Inject
  @ConfigProperty(name = "storesync.attempt.retention", defaultValue = "P180D")
  private Period kept;

  @Override
  public String what() {
    return "attempts";
  }

  @Override
  public Period kept() {
    return kept;
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int removeBefore(Instant limit, int atMost) {
    List<Long> old =
        entities
            .createQuery(
                "select a.id from SyncAttempt a where a.startedAt < :limit order by a.startedAt",
                Long.class)
            .setParameter("limit", limit)
            .setMaxResults(atMost)
            .getResultList();
    return old.isEmpty()
        ? 0
        : entities
            .createQuery("delete from SyncAttempt a where a.id in :old")
            .setParameter("old", old)
            .executeUpdate();
  }
}
