package org.storesync.platform.database;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Turns at what only one of the nodes shall do: whoever takes the turn does it, the others not. */
@Stateless
public class NodeTurns {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /**
   * Takes the turn if it has come.
   *
   * @param interval until the next turn
   * @return whether it is ours
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean take(String name, Duration interval) {
    Instant now = clock.instant();
    begin(name, now);
    // Far in the future: the clock was set back since the turn before.
    return entities
            .createNativeQuery(
                "update node_turn set next_at = ?2 where name = ?1"
                    + " and (next_at <= ?3 or next_at > ?4)")
            .setParameter(1, name)
            .setParameter(2, DatabaseInstant.parameter(now.plus(interval)))
            .setParameter(3, DatabaseInstant.parameter(now))
            .setParameter(4, DatabaseInstant.parameter(now.plus(interval.multipliedBy(2))))
            .executeUpdate()
        == 1;
  }

  /** Lets nobody else take or lock this turn until the transaction ends. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void lock(String name) {
    begin(name, clock.instant());
    entities
        .createNativeQuery("select name from node_turn where name = ?1 for update")
        .setParameter(1, name)
        .getSingleResult();
  }

  private void begin(String name, Instant now) {
    entities
        .createNativeQuery(
            "insert into node_turn (name, next_at) values (?1, ?2) on conflict do nothing")
        .setParameter(1, name)
        .setParameter(2, DatabaseInstant.parameter(now))
        .executeUpdate();
  }
}
