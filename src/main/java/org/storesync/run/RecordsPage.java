package org.storesync.run;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.primefaces.event.data.SortEvent;
import org.primefaces.model.SortMeta;
import org.storesync.kind.EntityChoice;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.StoreDocuments;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.record.CommandReport;
import org.storesync.record.MessageIndex;
import org.storesync.record.RecordCommand;
import org.storesync.record.RecordFilter;
import org.storesync.record.RecordLoading;
import org.storesync.record.RecordTable;
import org.storesync.record.RecordTextFilters;
import org.storesync.record.RecordView;
import org.storesync.record.SyncRecordDesk;
import org.storesync.record.SyncRecordList;
import org.storesync.record.SyncRecordRow;
import org.storesync.store.StoreSummary;
import org.storesync.store.Stores;
import org.storesync.web.ColumnChoices;
import org.storesync.web.Language;
import org.storesync.web.LazyTable;
import org.storesync.web.PageAddress;
import org.storesync.web.PageMessages;
import org.storesync.web.TableOrder;

/**
 * What the pages Process Data and Sync History have in common: a table of records of a chosen store
 * and entity, commands on those that are selected, and the runs that work on them.
 */
public abstract class RecordsPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int PERFORMED_AT_ONCE = 1_000;

  @Inject protected Stores stores;
  @Inject protected StoreEntities storeEntities;
  @Inject protected SyncRecordList list;
  @Inject protected RunDesk runDesk;
  @Inject protected PageMessages messages;
  @Inject protected Clock clock;
  @Inject private EntityKinds kinds;
  @Inject private StoreDocuments documents;
  @Inject private SyncRecordDesk recordDesk;
  @Inject private MessageIndex messageIndex;
  @Inject private RunList runs;
  @Inject private ColumnChoices columnChoices;
  @Inject private Language language;

  private final String form;
  private final RecordView view = new RecordView();
  private RecordTextFilters texts;
  private EntityChoice choice;
  private RecordTable records;
  private LazyTable<SyncRecordRow> table;
  private FollowedRuns followed;
  private CommandReport report;

  /**
   * @param form the form of the page; in it are the table {@code records}, the {@code toolbar} and
   *     the {@code marks}
   */
  protected RecordsPage(String form) {
    this.form = form;
  }

  /** What is to be shown now. */
  protected abstract RecordLoading loading();

  /** Where this can be seen again. */
  protected abstract PageAddress address();

  /** Reads what the address asks for. */
  protected void read(boolean presetDefaultStore) {
    choice = new EntityChoice(stores, storeEntities);
    choice.open(
        Faces.getRequestParameter("store"),
        Faces.getRequestParameter("entity"),
        presetDefaultStore);
    choice.unknownStore().ifPresent(name -> messages.fail("record.choice.unknownStore", name));
    choice.unknownKind().ifPresent(code -> messages.fail("record.choice.unknownEntity", code));
    texts = new RecordTextFilters(messageIndex::finds);
    texts.read(Faces::getRequestParameter);
    view.readSort(Faces.getRequestParameter("sort"));
    view.setColumns(columnChoices.wanted(form, view.getOffered()));
    records = new RecordTable(list, documents, this::loading);
    table = new LazyTable<>(records, SyncRecordRow::id);
    followed = new FollowedRuns(runs);
  }

  /** All records of what is chosen and typed. */
  protected RecordFilter chosen() {
    return texts.narrow(
        RecordFilter.all()
            .withStore(choice.store().map(StoreSummary::id).orElse(null))
            .withStoreEntity(choice.entity().map(StoreEntityRow::id).orElse(null)));
  }

  /** Other records than before. */
  protected void showRecords() {
    records.reload();
    TableOrder.showFirstPage(form + ":records");
    address().show();
  }

  /** A person sorted the table: the same records in another order. */
  public void sorted(SortEvent event) {
    view.sortBy(TableOrder.chosen(event));
    address().show();
  }

  public void columnsChosen() {
    columnChoices.keep(form, view.getColumns());
  }

  // --- commands ---

  /** At once, or as runs where that would take longer than a person waits for an answer. */
  protected void perform(RecordCommand command, RecordFilter commanded, Optional<Integer> limit) {
    long meant = new RecordLoading(commanded, limit, List.of()).loaded(list.count(commanded));
    if (meant > PERFORMED_AT_ONCE) {
      report = null;
      start(command, commanded, limit);
    } else {
      report = new CommandReport(command, recordDesk.perform(command, commanded, limit));
    }
    records.reload();
  }

  private void start(RecordCommand command, RecordFilter commanded, Optional<Integer> limit) {
    for (StoreSummary store : choice.store().map(List::of).orElse(choice.getOfferedStores())) {
      if (list.count(commanded.withStore(store.id())).counted() > 0) {
        followed.add(
            runDesk.command(
                command, store.id(), choice.entity().map(StoreEntityRow::id), commanded, limit));
      }
    }
    look();
  }

  public void dismissReport() {
    report = null;
  }

  // --- runs ---

  /** Reads how far the runs are; called when there is news. */
  public void refresh() {
    if (look()) {
      records.recount();
      PrimeFaces.current().ajax().update(form + ":toolbar", form + ":marks", form + ":records");
    }
  }

  /**
   * @return whether a run ended since the last look
   */
  protected boolean look() {
    return followed.look();
  }

  public void stop(long runId) {
    messages.toast(runDesk.stop(runId) ? "run.stopped" : "run.endedAlready", runId);
    refresh();
  }

  public void dismiss(long runId) {
    followed.dismiss(runId);
  }

  /** How fast a run gets on; null before that is steady. */
  public RunPace pace(RunRow run) {
    return RunPace.of(run, clock.instant()).orElse(null);
  }

  /** How long a run worked. */
  public Duration duration(RunRow run) {
    return run.duration(clock.instant());
  }

  // --- for the page ---

  /** The name of an entity for people. */
  public String caption(String kind) {
    return kinds.find(kind).map(found -> found.caption(language.getLocale())).orElse(kind);
  }

  public List<SortMeta> getSortedBy() {
    return TableOrder.shown(view.sort());
  }

  public EntityChoice getChoice() {
    return choice;
  }

  public RecordTextFilters getTexts() {
    return texts;
  }

  public RecordView getView() {
    return view;
  }

  public RecordTable getRecords() {
    return records;
  }

  public LazyTable<SyncRecordRow> getTable() {
    return table;
  }

  public FollowedRuns getFollowed() {
    return followed;
  }

  public CommandReport getReport() {
    return report;
  }
}
