package org.storesync.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.storesync.backoffice.ItemChanges;
import org.storesync.backoffice.ItemImport;
import org.storesync.connector.Side;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.platform.database.FirstStart;
import org.storesync.store.StoreChange;
import org.storesync.store.StoreForm;
import org.storesync.store.StoreIdentity;
import org.storesync.store.Stores;

/**
 * Makes the demo store, its items and active entities, so that a newcomer can prepare at once. The
 * credentials are those that the simulated marketplace documents; the addresses are paths of this
 * server, whatever its port.
 */
@Singleton
@Startup
@DependsOn("StoreEntitiesAppearance")
public class DemoStore {

  private static final Logger LOG = Logger.getLogger(DemoStore.class.getName());
  private static final String NAME = "Demo Store";

  private static final Map<String, String> CONNECTION =
      Map.of(
          "region", "NA",
          "clientId", "amzn1.application-oa2-client.demo",
          "clientSecret", "amzn1.oa2-cs.v1.demo-secret",
          "refreshToken", "Atzr|demo-seller",
          "apiEndpoint", "/simulator",
          "tokenEndpoint", "/simulator/auth/o2/token");

  @Inject private FirstStart firstStart;
  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private ItemChanges items;

  @Inject
  @ConfigProperty(name = "storesync.demo", defaultValue = "false")
  private boolean wanted;

  @PostConstruct
  void makeOnce() {
    if (!wanted) {
      return;
    }
    firstStart.oneAfterTheOther();
    if (stores.all().isEmpty()) {
      importItems();
      activate(make());
      LOG.info("The demo store is ready to be prepared.");
    }
  }

  private long make() {
    StoreForm form =
        new StoreForm(Map.of(Side.MARKETPLACE, CONNECTION), "", "America/Los_Angeles", "");
    StoreChange change =
        stores.create(new StoreIdentity(NAME, "amazon", "local"), form, Locale.ENGLISH);
    if (change instanceof StoreChange.Done done) {
      return done.storeId();
    }
    throw new IllegalStateException("The demo store is refused: " + change);
  }

  private void activate(long storeId) {
    for (StoreEntityRow entity : storeEntities.of(storeId)) {
      storeEntities.change(entity.id(), true, entity.maxFailedAttempts(), entity.version());
    }
  }

  private void importItems() {
    try (InputStream file = DemoStore.class.getResourceAsStream("items.csv")) {
      ItemImport imported = items.importFile(file.readAllBytes());
      if (imported.isRefused()) {
        throw new IllegalStateException("The demo items are refused: " + imported.problems());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The demo items can't be read", e);
    }
  }
}
