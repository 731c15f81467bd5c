package org.storesync.extension.bazaar;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import org.storesync.connector.Cursor;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;
import org.storesync.connector.EntitySource;
import org.storesync.connector.SourceLimits;
import org.storesync.connector.SourcePage;
import org.storesync.connector.StoreAccess;
import org.storesync.connector.TimeWindow;

/** Reads any documents from the stall of the store. Refuses to be called in a transaction. */
abstract class BazaarSource<D extends Document> implements EntitySource<D> {

  @Inject private Bazaar bazaar;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Override
  public String system() {
    return BazaarConnector.KEY;
  }

  @Override
  public SourceLimits limits(StoreAccess store) {
    return bazaar.stall(store.storeId()).limits();
  }

  @Override
  public SourcePage<D> changes(StoreAccess store, TimeWindow window, Optional<Cursor> cursor) {
    refuseTransaction();
    return bazaar.stall(store.storeId()).changes(documentClass(), window, cursor);
  }

  @Override
  public Optional<D> read(StoreAccess store, DocumentId id) {
    refuseTransaction();
    return bazaar.stall(store.storeId()).read(documentClass(), id);
  }

  @Override
  public Optional<String> link(StoreAccess store, DocumentId id) {
    return Optional.of("https://bazaar.example/" + id);
  }

  private void refuseTransaction() {
    if (transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
      throw new IllegalStateException("The marketplace was called inside a transaction");
    }
  }
}
