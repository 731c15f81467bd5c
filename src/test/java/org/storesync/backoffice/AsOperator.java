package org.storesync.backoffice;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;

/** Does what a test asks for as if an operator had. */
@Stateless
@DeclareRoles("operator")
@RunAs("operator")
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AsOperator {

  public <T> T call(Callable<T> work) throws Exception {
    return work.call();
  }
}
