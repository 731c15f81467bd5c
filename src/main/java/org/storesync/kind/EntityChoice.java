package org.storesync.kind;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.storesync.store.StoreSummary;
import org.storesync.store.Stores;

/** The store and the entity that a person chose on a page, by name and by code of the kind. */
public class EntityChoice implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Stores stores;
  private final StoreEntities storeEntities;
  private List<StoreSummary> offeredStores = List.of();
  private List<StoreEntityRow> offeredEntities = List.of();
  private String storeName = "";
  private String kind = "";
  private String unknownStore;
  private String unknownKind;

  public EntityChoice(Stores stores, StoreEntities storeEntities) {
    this.stores = stores;
    this.storeEntities = storeEntities;
  }

  /**
   * Chooses what an address asks for.
   *
   * @param askedStore null or unknown: the default store if it is preset, else all stores
   * @param askedKind null or unknown: all entities
   */
  public void open(String askedStore, String askedKind, boolean presetDefault) {
    offeredStores = stores.all();
    storeName =
        offeredStores.stream()
            .map(StoreSummary::name)
            .filter(name -> name.equalsIgnoreCase(askedStore))
            .findFirst()
            .or(() -> presetDefault ? defaultName() : Optional.empty())
            .orElse("");
    unknownStore =
        isGiven(askedStore) && !storeName.equalsIgnoreCase(askedStore) ? askedStore : null;
    kind = askedKind == null ? "" : askedKind;
    storeChosen();
    unknownKind = isGiven(askedKind) && kind.isEmpty() ? askedKind : null;
  }

  private static boolean isGiven(String asked) {
    return asked != null && !asked.isBlank();
  }

  /** The store that the address asked for in vain. */
  public Optional<String> unknownStore() {
    return Optional.ofNullable(unknownStore);
  }

  /** The entity that the address asked for in vain. */
  public Optional<String> unknownKind() {
    return Optional.ofNullable(unknownKind);
  }

  private Optional<String> defaultName() {
    return offeredStores.stream().findFirst().map(StoreSummary::name);
  }

  /** Another store was chosen: it may not have the entity. */
  public void storeChosen() {
    offeredEntities = store().map(store -> storeEntities.of(store.id())).orElse(List.of());
    if (entity().isEmpty()) {
      kind = "";
    }
  }

  /** The chosen store; absent: all. */
  public Optional<StoreSummary> store() {
    return offeredStores.stream().filter(store -> store.name().equals(storeName)).findFirst();
  }

  /** The chosen entity; absent: all. */
  public Optional<StoreEntityRow> entity() {
    return offeredEntities.stream().filter(entity -> entity.kind().equals(kind)).findFirst();
  }

  public List<StoreSummary> getOfferedStores() {
    return offeredStores;
  }

  public List<StoreEntityRow> getOfferedEntities() {
    return offeredEntities;
  }

  public boolean isStoreActive() {
    return store().map(StoreSummary::active).orElse(true);
  }

  public String getStoreName() {
    return storeName;
  }

  public void setStoreName(String storeName) {
    this.storeName = storeName == null ? "" : storeName;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind == null ? "" : kind;
  }
}
