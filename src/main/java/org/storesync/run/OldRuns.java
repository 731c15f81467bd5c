package org.storesync.run;

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

/**
 * Runs go when they ended long ago and nothing needs them: no run at work was started with them,
 * continues them or shares their read, and they are not the last preparation of an entity, where
 * the next one may go on.
 */
@Stateless
@Local(Retention.class)
public class OldRuns implements Retention {

  private static final String OLD_AND_NOT_NEEDED =
      "select r.id from run r where r.finished_at < ?1 and r.state not in ('QUEUED', 'RUNNING')"
          + " and not exists (select 1 from run a where a.state in ('QUEUED', 'RUNNING')"
          + " and (a.group_id = r.group_id or a.leader_id = r.leader_id"
          + " or a.continues_run = r.id))"
          + " and not exists (select 1 from run l join (select max(n.id) as id from run n"
          + " where n.kind = 'PREPARE' group by n.store_entity_id) newest on newest.id = l.id"
          + " where l.leader_id = r.leader_id)"
          + " and not exists (select 1 from schedule_run_started s"
          + " join schedule_run e on e.id = s.execution_id"
          + " where s.run_id = r.id and e.outcome = 'RUNNING')"
          + " order by r.finished_at";

  @PersistenceContext private EntityManager entities;

  @Inject
  @ConfigProperty(name = "storesync.run.retention", defaultValue = "P180D")
  private Period kept;

  @Override
  public String what() {
    return "runs";
  }

  @Override
  public Period kept() {
    return kept;
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int removeBefore(Instant limit, int atMost) {
    return entities
        .createNativeQuery("delete from run where id in (" + OLD_AND_NOT_NEEDED + " limit ?2)")
        .setParameter(1, DatabaseInstant.parameter(limit))
        .setParameter(2, atMost)
        .executeUpdate();
  }
}
