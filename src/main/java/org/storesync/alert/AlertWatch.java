package org.storesync.alert;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks for what is wrong, and has it told. A reason that can't be asked keeps no other back. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AlertWatch {

  private static final Logger LOG = Logger.getLogger(AlertWatch.class.getName());

  @Inject private AlertReasons reasons;
  @Inject private Alerts alerts;

  /** Asks every reason, and opens, continues and ends alerts accordingly. */
  public void look() {
    reasons.all().forEach(this::ask);
  }

  private void ask(AlertReason reason) {
    try {
      alerts.take(reason.code(), reason.reportsGrowth(), reason.concerns());
    } catch (RuntimeException unexpected) {
      LOG.log(Level.SEVERE, "Alerts of " + reason.code() + " could not be looked for", unexpected);
    }
  }
}
