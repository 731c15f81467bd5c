package org.storesync.extension.bazaar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.storesync.connector.DocumentId;
import org.storesync.connector.DocumentWrite;
import org.storesync.connector.EntityTarget;
import org.storesync.connector.SaveEffect;
import org.storesync.connector.SaveOutcome;
import org.storesync.connector.StoreAccess;
import org.storesync.extension.poster.Poster;

/** How posters are hung up at the bazaar: one for each poster of the books. */
@ApplicationScoped
class BazaarPosters implements EntityTarget<Poster> {

  @Inject private Bazaar bazaar;

  @Override
  public String system() {
    return BazaarConnector.KEY;
  }

  @Override
  public Class<Poster> documentClass() {
    return Poster.class;
  }

  @Override
  public List<DocumentId> counterparts(StoreAccess store, Poster poster) {
    DocumentId id = idOf(poster);
    return bazaar.stall(store.storeId()).poster(id).isPresent() ? List.of(id) : List.of();
  }

  @Override
  public SaveOutcome.Saved save(StoreAccess store, DocumentWrite<Poster> write) {
    DocumentId id = write.known().orElseGet(() -> idOf(write.document()));
    bazaar.stall(store.storeId()).hangUp(id, write.document().slogan());
    return new SaveOutcome.Saved(
        id, write.known().isPresent() ? SaveEffect.UPDATED : SaveEffect.INSERTED);
  }

  private static DocumentId idOf(Poster poster) {
    return new DocumentId("at-the-bazaar-" + poster.id());
  }

  @Override
  public Optional<Poster> read(StoreAccess store, DocumentId id) {
    return Optional.empty();
  }

  @Override
  public Optional<String> link(StoreAccess store, DocumentId id) {
    return Optional.empty();
  }
}
