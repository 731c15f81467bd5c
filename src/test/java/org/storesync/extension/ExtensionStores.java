package org.storesync.extension;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.storesync.extension.bazaar.Bazaar;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.platform.database.DatabaseResource;
import org.storesync.prepare.PreparePlanner;
import org.storesync.record.SyncRecordActions;
import org.storesync.record.SyncRecordList;
import org.storesync.run.ProcessRuns;
import org.storesync.run.RunList;
import org.storesync.run.Runs;
import org.storesync.store.StoreChange;
import org.storesync.store.StoreForm;
import org.storesync.store.StoreIdentity;
import org.storesync.store.Stores;

/** Opens stores for tests, each with a name of its own and all of its entities active. */
@ApplicationScoped
public class ExtensionStores {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @Inject Stores stores;
  @Inject StoreEntities storeEntities;
  @Inject PreparePlanner planner;
  @Inject ProcessRuns processRuns;
  @Inject Runs runs;
  @Inject RunList runList;
  @Inject SyncRecordList records;
  @Inject SyncRecordActions actions;
  @Inject Bazaar bazaar;

  @Resource(lookup = DatabaseResource.NAME)
  DataSource dataSource;

  /** A store whose back office lives in our own database. */
  public ExtensionStore withLedger() {
    return open("ledger");
  }

  /** A store whose back office is far away. */
  public ExtensionStore withFarBooks() {
    return open("farbooks");
  }

  private ExtensionStore open(String backOffice) {
    StoreChange change =
        stores.create(
            new StoreIdentity("Stall " + NUMBERS.incrementAndGet(), "bazaar", backOffice),
            new StoreForm(Map.of(), "", "UTC", ""),
            Locale.ENGLISH);
    if (!(change instanceof StoreChange.Done done)) {
      throw new IllegalStateException(change.toString());
    }
    for (StoreEntityRow entity : storeEntities.of(done.storeId())) {
      storeEntities.change(entity.id(), true, 3, entity.version());
    }
    return new ExtensionStore(this, done.storeId());
  }
}
