package org.storesync.pause;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Where an operator pauses and resumes: {@link Pauses} behind the role. */
@Stateless
@RolesAllowed("operator")
public class PauseDesk {

  @Resource private SessionContext session;
  @Inject private Pauses pauses;

  /** See {@link Pauses#begin}. */
  public PauseRow begin(PauseScope scope, String reason, Optional<Instant> endsAt) {
    return pauses.begin(scope, reason, endsAt, session.getCallerPrincipal().getName());
  }

  /** See {@link Pauses#resume}. */
  public boolean resume(long id) {
    return pauses.resume(id);
  }
}
