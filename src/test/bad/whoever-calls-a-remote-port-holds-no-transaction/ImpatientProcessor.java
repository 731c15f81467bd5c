package org.storesync.process;

import jakarta.ejb.Stateless;
import org.storesync.connector.DocumentId;
import org.storesync.connector.EntitySource;
import org.storesync.connector.StoreAccess;

@Stateless
class ImpatientProcessor {
  boolean isThere(EntitySource<?> source, StoreAccess store, DocumentId id) {
    return source.read(store, id).isPresent();
  }
}
