package org.storesync.access;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Removes failed sign-ins that no longer count, so that guessing does not fill the database. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ForgottenFailures {

  @Inject private SignInWaits waits;

  @Schedule(hour = "*", minute = "40", persistent = false)
  void everyHour() {
    int removed;
    do {
      removed = waits.removeForgotten();
    } while (removed > 0);
  }
}
