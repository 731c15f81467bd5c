package org.storesync.alert;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;

/** Where an operator sees to alerts: {@link Alerts} behind the role. */
@Stateless
@RolesAllowed("operator")
public class AlertDesk {

  @Resource private SessionContext session;
  @Inject private Alerts alerts;

  /** See {@link Alerts#acknowledge}. */
  public boolean acknowledge(long id) {
    return alerts.acknowledge(id, caller());
  }

  /** See {@link Alerts#snooze}. */
  public boolean snooze(long id, Instant until) {
    return alerts.snooze(id, until, caller());
  }

  private String caller() {
    return session.getCallerPrincipal().getName();
  }
}
