package org.storesync.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The writing side: how one system takes one class of documents. Found as a bean; one for each pair
 * of system and document class. Writing the same document twice must not make two: a document is
 * recognised by its natural key. Called without a transaction, unless it is a {@link
 * TransactionalTarget}.
 *
 * @param <D> the document it writes
 */
public interface EntityTarget<D extends Document> {

  /** The {@link Connector#key()} of the system. */
  String system();

  Class<D> documentClass();

  /**
   * The ids of all documents there that already mean the same by their natural key (Amazon order
   * id, SKU, posted date). None: a new one is made; one: it is adopted; more: the engine reports
   * it.
   */
  List<DocumentId> counterparts(StoreAccess store, D document);

  /** {@link #counterparts} of many at once, by the id of each document at its source. */
  default Map<DocumentId, List<DocumentId>> counterpartsOfAll(
      StoreAccess store, List<D> documents) {
    Map<DocumentId, List<DocumentId>> found = new LinkedHashMap<>();
    documents.forEach(document -> found.put(document.id(), counterparts(store, document)));
    return found;
  }

  /**
   * Writes one document.
   *
   * @throws ConnectorFailure if it was not written
   */
  SaveOutcome.Saved save(StoreAccess store, DocumentWrite<D> write);

  /** {@link #save} of many: one outcome each, in their order; one failure harms no other. */
  default List<SaveOutcome> saveAll(StoreAccess store, List<DocumentWrite<D>> writes) {
    List<SaveOutcome> outcomes = new ArrayList<>(writes.size());
    for (DocumentWrite<D> write : writes) {
      try {
        outcomes.add(save(store, write));
      } catch (ConnectorFailure failure) {
        outcomes.add(new SaveOutcome.NotSaved(failure));
      }
    }
    return outcomes;
  }

  /** The document as the destination has it now, in the same words; absent if it is not there. */
  Optional<D> read(StoreAccess store, DocumentId id);

  /** Where a person can look at the document, if there is such an address. */
  Optional<String> link(StoreAccess store, DocumentId id);
}
