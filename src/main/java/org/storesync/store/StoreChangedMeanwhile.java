package org.storesync.store;

import jakarta.ejb.ApplicationException;

/**
 * Somebody else changed the store, or the set of stores, since it was read. Nothing was changed.
 */
@ApplicationException(rollback = true)
public class StoreChangedMeanwhile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreChangedMeanwhile(String store) {
    this(store, null);
  }

  StoreChangedMeanwhile(String store, Throwable cause) {
    super("Somebody else changed store %s meanwhile; nothing was changed.".formatted(store), cause);
  }
}
