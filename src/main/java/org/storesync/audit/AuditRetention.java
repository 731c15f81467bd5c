package org.storesync.audit;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Removes the lines that are older than the setting {@code storesync.audit.retention}, every night,
 * some thousand to a transaction. Every node does so; whoever comes second finds nothing.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditRetention {

  private static final Logger LOG = Logger.getLogger(AuditRetention.class.getName());
  private static final int PER_TRANSACTION = 1000;

  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "storesync.audit.retention", defaultValue = "P730D")
  private Period retention;

  @Schedule(hour = "3", minute = "20", persistent = false)
  void everyNight() {
    removeOld();
  }

  /** Removes what is too old now. */
  public void removeOld() {
    Instant limit = clock.instant().atOffset(ZoneOffset.UTC).minus(retention).toInstant();
    int removed = 0;
    int some;
    do {
      some = trail.removeBefore(limit, PER_TRANSACTION);
      removed += some;
    } while (some == PER_TRANSACTION);
    if (removed > 0) {
      LOG.info(
          "%d lines of the audit trail were older than %s and removed"
              .formatted(removed, retention));
    }
  }
}
