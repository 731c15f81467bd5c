package org.storesync.backoffice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** What of an order only an operator may see. */
@Stateless
@RolesAllowed("operator")
public class SalesOrderDesk {

  @Inject private SalesOrders salesOrders;

  /** See {@link SalesOrders#parties}. */
  public Optional<OrderParties> parties(String number) {
    return salesOrders.parties(number);
  }
}
