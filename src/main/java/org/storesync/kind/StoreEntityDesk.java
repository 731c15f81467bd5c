package org.storesync.kind;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Where an administrator switches entities on and off: {@link StoreEntities} behind the role. */
@Stateless
@RolesAllowed("administrator")
public class StoreEntityDesk {

  @Inject private StoreEntities storeEntities;

  /** See {@link StoreEntities#change}. */
  public void change(long id, boolean active, int maxFailedAttempts, int version) {
    storeEntities.change(id, active, maxFailedAttempts, version);
  }
}
