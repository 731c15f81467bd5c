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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.storesync.platform.database.DatabaseInstant;
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
    return entities
        .createNativeQuery(
            "delete from sync_attempt where id in (select a.id from sync_attempt a"
                + " where a.started_at < ?1 order by a.started_at limit ?2)")
        .setParameter(1, DatabaseInstant.parameter(limit))
        .setParameter(2, atMost)
        .executeUpdate();
  }
}
