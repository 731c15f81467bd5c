package org.storesync.kind;

import jakarta.ejb.ApplicationException;

/** Somebody else changed the entity of the store since it was read. Nothing was changed. */
@ApplicationException(rollback = true)
public class StoreEntityChangedMeanwhile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreEntityChangedMeanwhile(String kind) {
    super("Somebody else changed entity %s meanwhile; nothing was changed.".formatted(kind));
  }
}
