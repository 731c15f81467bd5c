package org.storesync.alert;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.storesync.platform.retention.Retention;

/** Alerts go as runs do, once they have ended, and so do the letters about them. */
@Stateless
@Local(Retention.class)
public class OldAlerts implements Retention {

  @Inject private Alerts alerts;
  @Inject private AlertDeliveries deliveries;

  @Inject
  @ConfigProperty(name = "storesync.run.retention", defaultValue = "P180D")
  private Period kept;

  @Override
  public String what() {
    return "ended alerts and their letters";
  }

  @Override
  public Period kept() {
    return kept;
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int removeBefore(Instant limit, int atMost) {
    int removed = alerts.removeEndedBefore(limit, atMost);
    return removed + deliveries.removeBefore(limit, atMost - removed);
  }
}
