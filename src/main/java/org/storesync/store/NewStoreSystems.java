package org.storesync.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.storesync.connector.Connector;
import org.storesync.connector.Connectors;
import org.storesync.connector.Side;

/**
 * What a new store connects where nobody chooses: the same systems as the default store, or the
 * first ones while there is no store.
 */
@ApplicationScoped
class NewStoreSystems {

  @Inject private Stores stores;
  @Inject private Connectors connectors;

  StoreIdentity identity(String name) {
    return new StoreIdentity(name, system(Side.MARKETPLACE), system(Side.BACK_OFFICE));
  }

  private String system(Side side) {
    return stores.all().stream()
        .filter(StoreSummary::isDefault)
        .findFirst()
        .flatMap(summary -> stores.find(summary.id()))
        .map(store -> store.system(side))
        .orElseGet(() -> connectors.of(side).stream().findFirst().map(Connector::key).orElse(""));
  }
}
