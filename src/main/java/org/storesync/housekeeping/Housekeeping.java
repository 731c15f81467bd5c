package org.storesync.housekeeping;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.storesync.platform.database.NodeTurns;
import org.storesync.platform.retention.Retention;

/**
 * Removes what is older than it is kept, every night, on the node that is first, some at a time, so
 * that no transaction is long and nobody waits for it.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Housekeeping {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class.getName());
  private static final String TURN = "housekeeping";
  private static final Duration ONE_NIGHT = Duration.ofHours(12);
  private static final int PER_TRANSACTION = 1000;

  @Inject @Any private Instance<Retention> retentions;
  @Inject private NodeTurns turns;
  @Inject private Clock clock;

  @Schedule(hour = "3", minute = "40", persistent = false)
  void everyNight() {
    if (turns.take(TURN, ONE_NIGHT)) {
      removeOld();
    }
  }

  /** Removes what is too old now. What can't be removed keeps nothing else back. */
  public void removeOld() {
    retentions.forEach(this::removeOld);
  }

  private void removeOld(Retention retention) {
    try {
      int removed = removeAll(retention);
      LOG.log(
          Level.INFO,
          "{0} {1} were older than {2} and removed",
          new Object[] {removed, retention.what(), retention.kept()});
    } catch (RuntimeException unexpected) {
      LOG.log(Level.SEVERE, "Old " + retention.what() + " could not be removed", unexpected);
    }
  }

  private int removeAll(Retention retention) {
    Instant limit = clock.instant().atOffset(ZoneOffset.UTC).minus(retention.kept()).toInstant();
    int removed = 0;
    int some;
    do {
      some = retention.removeBefore(limit, PER_TRANSACTION);
      removed += some;
    } while (some == PER_TRANSACTION);
    return removed;
  }
}
