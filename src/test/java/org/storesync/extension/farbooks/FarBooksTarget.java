package org.storesync.extension.farbooks;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Optional;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;
import org.storesync.connector.DocumentWrite;
import org.storesync.connector.EntityTarget;
import org.storesync.connector.SaveEffect;
import org.storesync.connector.SaveOutcome;
import org.storesync.connector.StoreAccess;

/** Writes any documents into the far books. Refuses to be called in a transaction. */
abstract class FarBooksTarget<D extends Document> implements EntityTarget<D> {

  @Inject private FarBooks books;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  abstract String content(D document);

  @Override
  public String system() {
    return FarBooksConnector.KEY;
  }

  private String subject() {
    return documentClass().getSimpleName();
  }

  @Override
  public List<DocumentId> counterparts(StoreAccess store, D document) {
    return books.of(store.storeId()).stream()
        .filter(page -> page.subject().equals(subject()))
        .filter(page -> page.key().equals(document.id().value()))
        .map(page -> new DocumentId(page.id()))
        .sorted(java.util.Comparator.comparing(DocumentId::value))
        .toList();
  }

  @Override
  public SaveOutcome.Saved save(StoreAccess store, DocumentWrite<D> write) {
    if (transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
      throw new IllegalStateException("The far books were called inside a transaction");
    }
    String id =
        books.save(
            store.storeId(),
            write.known().map(DocumentId::value).orElse(""),
            subject(),
            write.document().id().value(),
            content(write.document()));
    return new SaveOutcome.Saved(
        new DocumentId(id), write.known().isPresent() ? SaveEffect.UPDATED : SaveEffect.INSERTED);
  }

  @Override
  public Optional<D> read(StoreAccess store, DocumentId id) {
    return Optional.empty();
  }

  @Override
  public Optional<String> link(StoreAccess store, DocumentId id) {
    return Optional.empty();
  }
}
