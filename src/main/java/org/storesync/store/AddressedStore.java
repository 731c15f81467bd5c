package org.storesync.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.storesync.api.RequestRefused;

/** The store that an address of the API names. */
@ApplicationScoped
public class AddressedStore {

  @Inject private Stores stores;

  /**
   * By its name, whatever the case of its letters.
   *
   * @throws RequestRefused if there is none
   */
  public Store get(String name) {
    return stores.findByName(name).orElseThrow(() -> missing(name));
  }

  StoreDetails details(String name) {
    return stores.details(name).orElseThrow(() -> missing(name));
  }

  private static RequestRefused missing(String name) {
    return RequestRefused.notFound("There is no store named " + name + ".");
  }
}
