package org.storesync.kind;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.storesync.store.StoreChanged;
import org.storesync.store.Stores;

/**
 * Lets every kind of this server appear in every store: when the server starts, for kinds that are
 * new, and when a store is made, in the same transaction.
 */
@Singleton
@Startup
@DependsOn({"DatabaseMigration", "SecretKeys"})
public class StoreEntitiesAppearance {

  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;

  @PostConstruct
  void appearInAllStores() {
    stores.all().forEach(store -> storeEntities.appear(store.id()));
  }

  public void storeChanged(@Observes StoreChanged event) {
    storeEntities.appear(event.storeId());
  }
}
