package org.storesync.schedule;

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

/** Executions of schedules go as their runs do, once they have ended. */
@Stateless
@Local(Retention.class)
public class OldExecutions implements Retention {

  @PersistenceContext private EntityManager entities;

  @Inject
  @ConfigProperty(name = "storesync.run.retention", defaultValue = "P180D")
  private Period kept;

  @Override
  public String what() {
    return "executions of schedules";
  }

  @Override
  public Period kept() {
    return kept;
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int removeBefore(Instant limit, int atMost) {
    // Natively, so that the database removes what hangs on them.
    return entities
        .createNativeQuery(
            "delete from schedule_run where id in (select e.id from schedule_run e"
                + " where e.fired_at < ?1 and e.outcome <> 'RUNNING' order by e.fired_at limit ?2)")
        .setParameter(1, DatabaseInstant.parameter(limit))
        .setParameter(2, atMost)
        .executeUpdate();
  }
}
