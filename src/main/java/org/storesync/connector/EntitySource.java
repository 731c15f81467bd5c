package org.storesync.connector;

import java.util.Optional;

/**
 * The reading side: how one system tells about one class of documents. Found as a bean; one for
 * each pair of system and document class. Called without a transaction, by any thread, and perhaps
 * again for the same page after a crash.
 *
 * <p>Entities of a store whose documents have the same class share one source and are read once.
 *
 * @param <D> the document it reads
 */
public interface EntitySource<D extends Document> {

  /** The {@link Connector#key()} of the system. */
  String system();

  Class<D> documentClass();

  /** What may be asked for now. Costs no call. */
  SourceLimits limits(StoreAccess store);

  /**
   * One page of the documents that changed in the window.
   *
   * @param cursor absent for the first page, else what the page before named as next
   * @throws ConnectorFailure nothing of this page was taken; {@link ConnectorFailure.RetryLater}
   *     also when the quota is used up for now
   */
  SourcePage<D> changes(StoreAccess store, TimeWindow window, Optional<Cursor> cursor);

  /**
   * The document as it is now; absent if it is gone.
   *
   * @throws ConnectorFailure if the system could not answer
   */
  Optional<D> read(StoreAccess store, DocumentId id);

  /** Where a person can look at the document in the system, if there is such an address. */
  Optional<String> link(StoreAccess store, DocumentId id);
}
