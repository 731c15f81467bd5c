package org.storesync.history;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.primefaces.PrimeFaces;
import org.storesync.kind.EntityChoice;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.record.SyncRecordRow;
import org.storesync.run.FollowedRuns;
import org.storesync.store.Stores;
import org.storesync.web.Language;
import org.storesync.web.PageMessages;

/** The dialog that links two documents by hand: with a new record, or with one that is there. */
@Named
@ViewScoped
public class PairPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private RepairDesk desk;
  @Inject private PageMessages messages;
  @Inject private Language language;

  private EntityChoice choice;
  private SyncRecordRow edited;
  private String externalId;
  private String localId;
  private boolean needToSync;
  private String problem;
  private boolean open;

  /** Asks for a new record; store and entity are preset with what the page shows. */
  public void add(String storeName, String kind) {
    show(null, null, null);
    choice = new EntityChoice(stores, storeEntities);
    choice.open(storeName, kind, true);
    if (choice.getKind().isEmpty()) {
      choice.getOfferedEntities().stream()
          .findFirst()
          .ifPresent(first -> choice.setKind(first.kind()));
    }
  }

  /** Asks for the ids of a record. */
  public void edit(SyncRecordRow record) {
    show(record, record.externalId(), record.localId());
  }

  private void show(SyncRecordRow record, String external, String local) {
    edited = record;
    externalId = external;
    localId = local;
    needToSync = false;
    problem = null;
    open = true;
    PrimeFaces.current().executeScript("PF('pairDialog').show()");
  }

  /**
   * Links the documents, or says why not and stays open.
   *
   * @param followed shows the run that processes a new record; null where none is added
   */
  public void save(FollowedRuns followed) {
    try {
      if (isAdding()) {
        add(followed);
      } else {
        desk.change(edited, orEmpty(externalId), orEmpty(localId), language.getLocale());
        messages.toast("history.pair.changed", edited.id());
      }
      close();
    } catch (PairRefused refused) {
      problem = refused.getMessage();
    }
  }

  private void add(FollowedRuns followed) throws PairRefused {
    HandMadePair made =
        desk.add(
            choice.entity().map(StoreEntityRow::id).orElseThrow(),
            externalId,
            localId,
            needToSync,
            language.getLocale());
    messages.toast("history.pair.added", made.recordId());
    made.runId()
        .ifPresent(
            run -> {
              followed.add(run);
              followed.look();
            });
  }

  private static String orEmpty(String typed) {
    return typed == null ? "" : typed;
  }

  public void close() {
    open = false;
    PrimeFaces.current().executeScript("PF('pairDialog').hide()");
  }

  /** The name of an entity for people. */
  public String caption(String kind) {
    return kinds.find(kind).map(found -> found.caption(language.getLocale())).orElse(kind);
  }

  public boolean isAdding() {
    return edited == null;
  }

  public boolean isOpen() {
    return open;
  }

  public SyncRecordRow getEdited() {
    return edited;
  }

  public EntityChoice getChoice() {
    return choice;
  }

  public String getProblem() {
    return problem;
  }

  public String getExternalId() {
    return externalId;
  }

  public void setExternalId(String externalId) {
    this.externalId = externalId;
  }

  public String getLocalId() {
    return localId;
  }

  public void setLocalId(String localId) {
    this.localId = localId;
  }

  public boolean isNeedToSync() {
    return needToSync;
  }

  public void setNeedToSync(boolean needToSync) {
    this.needToSync = needToSync;
  }
}
