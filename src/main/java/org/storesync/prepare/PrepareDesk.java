package org.storesync.prepare;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.storesync.run.Starter;

/** Where people start preparations: {@link PreparePlanner} behind the role. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed("operator")
public class PrepareDesk {

  @Inject private PreparePlanner planner;

  /** See {@link PreparePlanner#start}. */
  public List<Long> start(PrepareRequest request, Starter starter, Locale language, ZoneId zone)
      throws PrepareRefused {
    return planner.start(request, starter, language, zone);
  }
}
