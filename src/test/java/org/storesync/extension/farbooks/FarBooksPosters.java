package org.storesync.extension.farbooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storesync.connector.Cursor;
import org.storesync.connector.DocumentId;
import org.storesync.connector.EntitySource;
import org.storesync.connector.SourceLimits;
import org.storesync.connector.SourcePage;
import org.storesync.connector.StoreAccess;
import org.storesync.connector.TimeWindow;
import org.storesync.extension.poster.Poster;

/** Posters as the far books tell of them, all on one page. */
@ApplicationScoped
class FarBooksPosters implements EntitySource<Poster> {

  @Inject private FarBooks books;

  @Override
  public String system() {
    return FarBooksConnector.KEY;
  }

  @Override
  public Class<Poster> documentClass() {
    return Poster.class;
  }

  @Override
  public SourceLimits limits(StoreAccess store) {
    return new SourceLimits(
        Duration.ZERO, Instant.EPOCH, Duration.ofHours(1), 100, 100, Duration.ofSeconds(1));
  }

  @Override
  public SourcePage<Poster> changes(StoreAccess store, TimeWindow window, Optional<Cursor> cursor) {
    List<Poster> changed =
        books.posters(store.storeId()).stream()
            .filter(poster -> window.contains(poster.modified().orElseThrow()))
            .toList();
    return new SourcePage<>(changed, List.of(), Optional.empty());
  }

  @Override
  public Optional<Poster> read(StoreAccess store, DocumentId id) {
    return books.posters(store.storeId()).stream()
        .filter(poster -> poster.id().equals(id))
        .findFirst();
  }

  @Override
  public Optional<String> link(StoreAccess store, DocumentId id) {
    return Optional.empty();
  }
}
