package org.storesync.extension.ledger;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;
import org.storesync.connector.DocumentWrite;
import org.storesync.connector.SaveEffect;
import org.storesync.connector.SaveOutcome;
import org.storesync.connector.StoreAccess;
import org.storesync.connector.TransactionalTarget;

/**
 * Writes any documents into the ledger. Says no to the word {@code forbidden} before it writes; the
 * word {@code poison} is refused by the database.
 */
abstract class LedgerTarget<D extends Document> implements TransactionalTarget<D> {

  @Inject private LedgerEntries entries;

  /** What the ledger keeps of a document. */
  abstract String content(D document);

  @Override
  public String system() {
    return LedgerConnector.KEY;
  }

  private String subject() {
    return documentClass().getSimpleName();
  }

  @Override
  public List<DocumentId> counterparts(StoreAccess store, D document) {
    return entries.withKeys(store.storeId(), subject(), List.of(document.id().value())).stream()
        .map(entry -> new DocumentId(entry.id()))
        .toList();
  }

  @Override
  @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = ConnectorFailure.class)
  public SaveOutcome.Saved save(StoreAccess store, DocumentWrite<D> write) {
    String content = content(write.document());
    if (content.contains("forbidden")) {
      throw new ConnectorFailure.Rejected(
          "The ledger takes no document that says forbidden: " + write.document().id() + ".");
    }
    if (write.known().isEmpty()) {
      String id =
          entries.insert(store.storeId(), subject(), write.document().id().value(), content);
      return new SaveOutcome.Saved(new DocumentId(id), SaveEffect.INSERTED);
    }
    LedgerEntry entry =
        entries
            .find(write.known().get().value())
            .orElseThrow(
                () -> new ConnectorFailure.Rejected(write.known().get() + " is not there."));
    if (entry.content().equals(content)) {
      return new SaveOutcome.Saved(write.known().get(), SaveEffect.NOT_NEEDED);
    }
    entries.update(entry.id(), content);
    return new SaveOutcome.Saved(write.known().get(), SaveEffect.UPDATED);
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
