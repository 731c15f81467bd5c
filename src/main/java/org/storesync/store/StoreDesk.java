package org.storesync.store;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;

/**
 * Where an administrator changes stores: {@link Stores} behind the role. No transaction of its own,
 * so that a deed that met another person's can be tried again in a new one.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed("administrator")
public class StoreDesk {

  @Inject private Stores stores;

  /** See {@link Stores#create(StoreIdentity, StoreForm, Locale)}. */
  public StoreChange create(StoreIdentity identity, StoreForm form, Locale language) {
    return create(identity, form, StoreStanding.kept(), language);
  }

  /** See {@link Stores#create(StoreIdentity, StoreForm, StoreStanding, Locale)}. */
  public StoreChange create(
      StoreIdentity identity, StoreForm form, StoreStanding standing, Locale language) {
    try {
      return stores.create(identity, form, standing, language);
    } catch (StoreChangedMeanwhile quicker) {
      // Now the other store can be seen: either its name is taken, or this one is not the first.
      return stores.create(identity, form, standing, language);
    }
  }

  /** See {@link Stores#change(long, int, StoreForm, Locale)}. */
  public StoreChange change(long id, int version, StoreForm form, Locale language) {
    return stores.change(id, version, form, language);
  }

  /** See {@link Stores#change(long, int, StoreForm, StoreStanding, Locale)}. */
  public StoreChange change(
      long id, int version, StoreForm form, StoreStanding standing, Locale language) {
    return stores.change(id, version, form, standing, language);
  }

  /** See {@link Stores#activate}. */
  public StoreChange activate(long id) {
    return stores.activate(id);
  }

  /** See {@link Stores#deactivate}. */
  public StoreChange deactivate(long id, Locale language) {
    return stores.deactivate(id, language);
  }

  /** See {@link Stores#makeDefault}. */
  public StoreChange makeDefault(long id, Locale language) {
    return stores.makeDefault(id, language);
  }
}
