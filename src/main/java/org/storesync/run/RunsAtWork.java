package org.storesync.run;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Which node works on which run, as the leases tell. */
@Stateless
public class RunsAtWork {

  @PersistenceContext private EntityManager entities;

  /** All of them, those of one node together. */
  @SuppressWarnings("unchecked")
  public List<RunAtWork> all() {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select distinct w.node, r.id, r.kind, s.name, e.kind as entity"
                    + " from run_worker w join run r on r.leader_id = w.run_id"
                    + " join store s on s.id = r.store_id"
                    + " left join store_entity e on e.id = r.store_entity_id"
                    + " where w.lease_until >= current_timestamp"
                    + " and r.state in ('QUEUED', 'RUNNING') order by w.node, r.id")
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new RunAtWork(
                    (String) row[0],
                    ((Number) row[1]).longValue(),
                    RunKind.valueOf((String) row[2]),
                    (String) row[3],
                    (String) row[4]))
        .toList();
  }
}
