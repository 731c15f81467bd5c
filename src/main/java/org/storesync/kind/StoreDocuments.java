package org.storesync.kind;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Connectors;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;
import org.storesync.connector.EntitySource;
import org.storesync.connector.EntityTarget;
import org.storesync.connector.Side;
import org.storesync.connector.StoreAccess;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/**
 * The documents of stores as their systems have them now: where to look at them, and what is in
 * them. No transaction: it asks the systems.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StoreDocuments {

  @Inject private Stores stores;
  @Inject private EntityKinds kinds;
  @Inject private Connectors connectors;

  /** The addresses of many pairs; costs no call, and each store is looked up once. */
  public Map<DocumentPair, PairLinks> links(Collection<DocumentPair> pairs) {
    Map<Long, Optional<Store>> found = new HashMap<>();
    Map<DocumentPair, PairLinks> links = new HashMap<>();
    for (DocumentPair pair : pairs) {
      Optional<Store> store = found.computeIfAbsent(pair.storeId(), stores::find);
      links.put(pair, store.map(of -> links(of, pair)).orElse(PairLinks.NONE));
    }
    return links;
  }

  private PairLinks links(Store store, DocumentPair pair) {
    return new PairLinks(
        link(store, pair.kind(), Side.MARKETPLACE, pair.externalId()),
        link(store, pair.kind(), Side.BACK_OFFICE, pair.localId()));
  }

  private String link(Store store, String kind, Side side, String id) {
    if (id == null) {
      return null;
    }
    try {
      return port(store, kind, side).flatMap(port -> port.link(new DocumentId(id))).orElse(null);
    } catch (ConnectorFailure.Misconfigured unusable) {
      // A list is shown whatever the settings of its stores; the store's page says what is wrong.
      return null;
    }
  }

  /**
   * The document as its system has it now.
   *
   * @return absent if it is not there
   * @throws ConnectorFailure if the system can't be asked or could not answer
   */
  public Optional<Document> read(long storeId, String kind, Side side, DocumentId id) {
    Store store =
        stores
            .find(storeId)
            .orElseThrow(() -> new IllegalArgumentException("There is no store " + storeId));
    return port(store, kind, side)
        .orElseThrow(
            () ->
                new ConnectorFailure.Misconfigured(
                    "Store %s: %s has no documents of the entity %s."
                        .formatted(store.name(), store.system(side), kind)))
        .read(id);
  }

  /** One side of a kind in a store, whether it is the one that is read or written. */
  private interface Port {
    Optional<String> link(DocumentId id);

    Optional<Document> read(DocumentId id);
  }

  private Optional<Port> port(Store store, String kindCode, Side side) {
    return kinds.find(kindCode).flatMap(kind -> port(store, kind, side));
  }

  private <D extends Document> Optional<Port> port(Store store, EntityKind<D> kind, Side side) {
    String system = store.system(side);
    StoreAccess access = store.access(side);
    return side == kind.direction().source()
        ? connectors.source(system, kind.documentClass()).map(source -> readingFrom(source, access))
        : connectors.target(system, kind.documentClass()).map(target -> writingTo(target, access));
  }

  private static <D extends Document> Port readingFrom(EntitySource<D> source, StoreAccess access) {
    return new Port() {
      @Override
      public Optional<String> link(DocumentId id) {
        return source.link(access, id);
      }

      @Override
      public Optional<Document> read(DocumentId id) {
        return source.read(access, id).map(document -> document);
      }
    };
  }

  private static <D extends Document> Port writingTo(EntityTarget<D> target, StoreAccess access) {
    return new Port() {
      @Override
      public Optional<String> link(DocumentId id) {
        return target.link(access, id);
      }

      @Override
      public Optional<Document> read(DocumentId id) {
        return target.read(access, id).map(document -> document);
      }
    };
  }
}
