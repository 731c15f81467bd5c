package org.storesync.kind;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.storesync.store.StoreSummary;
import org.storesync.store.Stores;
import org.storesync.web.Language;
import org.storesync.web.PageMessages;

/** Page Entities: which entities of a store take part, and how often a record may fail. */
@Named
@ViewScoped
public class EntitiesPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private StoreEntityDesk desk;
  @Inject private EntityKinds kinds;
  @Inject private Language language;
  @Inject private PageMessages messages;

  private String storeName;
  private String entity;
  private List<StoreSummary> offeredStores = List.of();
  private List<EntityEntry> entries = List.of();

  /** Called when the page opens, after its view parameters. */
  public void open() {
    offeredStores = stores.all();
    if (offeredStores.stream().noneMatch(store -> store.name().equals(storeName))) {
      storeName = offeredStores.stream().findFirst().map(StoreSummary::name).orElse(null);
    }
    load();
  }

  /** Reads the entities of the chosen store. */
  public void load() {
    entries =
        offeredStores.stream()
            .filter(store -> store.name().equals(storeName))
            .findFirst()
            .map(store -> storeEntities.of(store.id()).stream().map(EntityEntry::new).toList())
            .orElse(List.of());
  }

  /** Stores what was entered for one entity. */
  public void save(EntityEntry entry) {
    try {
      Set<String> activeBefore = activeKinds();
      desk.change(
          entry.getRow().id(),
          entry.isActive(),
          entry.getMaxFailedAttempts(),
          entry.getRow().version());
      load();
      messages.toast("kind.saved", caption(entry));
      activeKinds().stream()
          .filter(kind -> !activeBefore.contains(kind) && !kind.equals(entry.getRow().kind()))
          .forEach(kind -> messages.inform("kind.activatedToo", captionOf(kind)));
    } catch (StoreEntityChangedMeanwhile quicker) {
      messages.fail("kind.changedMeanwhile", caption(entry));
    }
  }

  private Set<String> activeKinds() {
    return entries.stream()
        .map(EntityEntry::getRow)
        .filter(StoreEntityRow::active)
        .map(StoreEntityRow::kind)
        .collect(Collectors.toSet());
  }

  public String caption(EntityEntry entry) {
    return captionOf(entry.getRow().kind());
  }

  private String captionOf(String kind) {
    return kinds.find(kind).orElseThrow().caption(language.getLocale());
  }

  public String getStoreName() {
    return storeName;
  }

  public void setStoreName(String storeName) {
    this.storeName = storeName;
  }

  /** The kind that a link led to; its row is marked. */
  public String getEntity() {
    return entity;
  }

  public void setEntity(String entity) {
    this.entity = entity;
  }

  public List<StoreSummary> getOfferedStores() {
    return offeredStores;
  }

  public List<EntityEntry> getEntries() {
    return entries;
  }
}
