package org.storesync.process;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.storesync.record.RecordCommand;
import org.storesync.record.RecordFilter;
import org.storesync.record.RecordLoading;
import org.storesync.record.RecordTable;
import org.storesync.record.RecordTextFilters;
import org.storesync.record.RecordView;
import org.storesync.record.SyncRecordDesk;
import org.storesync.record.SyncRecordList;
import org.storesync.record.SyncRecordRow;
import org.storesync.record.SyncStatus;
import org.storesync.run.FollowedRuns;
import org.storesync.run.RunDesk;
import org.storesync.run.RunList;
import org.storesync.run.RunPace;
import org.storesync.run.RunRow;
import org.storesync.store.StoreSummary;
import org.storesync.store.Stores;
import org.storesync.web.ColumnChoices;
import org.storesync.web.Language;
import org.storesync.web.LazyTable;
import org.storesync.web.PageAddress;
import org.storesync.web.PageMessages;
import org.storesync.web.TableOrder;

/** Page Process Data (domain section 3). */
@Named
@ViewScoped
public class ProcessDataPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String TABLE = "work:records";
  private static final String COLUMNS = "process";

  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private SyncRecordList list;
  @Inject private StoreDocuments documents;
  @Inject private SyncRecordDesk recordDesk;
  @Inject private RunList runs;
  @Inject private RunDesk runDesk;
  @Inject private ColumnChoices columnChoices;
  @Inject private PageMessages messages;
  @Inject private Language language;
  @Inject private Clock clock;

  private final RecordTextFilters texts = new RecordTextFilters();
  private final RecordView view = new RecordView();
  private final ProcessPass pass = new ProcessPass();
  private EntityChoice choice;
  private String status = "";
  private RecordTable records;
  private LazyTable<SyncRecordRow> table;
  private FollowedRuns followed;
  private Long ownRun;
  private CommandReport report;

  @PostConstruct
  void open() {
    choice = new EntityChoice(stores, storeEntities);
    choice.open(Faces.getRequestParameter("store"), Faces.getRequestParameter("entity"), true);
    texts.read(Faces::getRequestParameter);
    setStatus(Faces.getRequestParameter("status"));
    view.readSort(Faces.getRequestParameter("sort"));
    view.setColumns(columnChoices.wanted(COLUMNS, view.getOffered()));
    pass.read(Faces.getRequestParameter("limit"), Faces.getRequestParameter("pass"));
    records = new RecordTable(list, documents, this::loading);
    table = new LazyTable<>(records, SyncRecordRow::id);
    followed = new FollowedRuns(runs);
    look();
    ownRun = followed.startedBy(Faces.getRemoteUser()).orElse(null);
  }

  private RecordLoading loading() {
    return new RecordLoading(filter(), pass.limit(), List.of());
  }

  private RecordFilter filter() {
    RecordFilter waiting =
        RecordFilter.all()
            .withStore(choice.store().map(StoreSummary::id).orElse(0L))
            .withStoreEntity(choice.entity().map(StoreEntityRow::id).orElse(null))
            .withStatuses(status.isEmpty() ? SyncStatus.readyToProcess() : statusWanted())
            .withActive(true)
            .withNotAttemptedSince(pass.began().orElse(null));
    return texts.narrow(waiting);
  }

  private Set<SyncStatus> statusWanted() {
    return EnumSet.of(SyncStatus.valueOf(status));
  }

  // --- what is looked at ---

  /** Another store was chosen. */
  public void storeChosen() {
    choice.storeChosen();
    followed.clear();
    report = null;
    look();
    ownRun = followed.startedBy(Faces.getRemoteUser()).orElse(null);
    selectionChanged();
  }

  /** Another entity, limit or filter was chosen: another set, so another pass. */
  public void selectionChanged() {
    pass.startOver();
    showRecords();
  }

  /** Loads again what this pass has attempted. */
  public void startOver() {
    selectionChanged();
  }

  public void clearFilters() {
    texts.clear();
    status = "";
    selectionChanged();
  }

  private void showRecords() {
    records.reload();
    TableOrder.showFirstPage(TABLE);
    address().show();
  }

  /** A person sorted the table: the same records in another order. */
  public void sorted(SortEvent event) {
    view.sortBy(TableOrder.chosen(event));
    address().show();
  }

  public void columnsChosen() {
    columnChoices.keep(COLUMNS, view.getColumns());
  }

  private PageAddress address() {
    return new PageAddress("process-data.xhtml")
        .with("store", choice.getStoreName())
        .with("entity", choice.getKind())
        .with("status", status)
        .with(texts.parameters())
        .with("limit", pass.limit().orElse(null))
        .with("pass", pass.parameter())
        .with("sort", view.sortParameter());
  }

  // --- runs ---

  /** Reads how far the runs of the store are; called when there is news. */
  public void refresh() {
    if (look()) {
      records.recount();
      PrimeFaces.current().ajax().update("work:toolbar", "work:marks", TABLE);
    }
  }

  private boolean look() {
    return choice.store().map(store -> followed.look(store.id())).orElse(false);
  }

  /**
   * Whether what this person started is still at work; its progress stands where the buttons do.
   */
  public boolean isWorking() {
    return ownRun != null && followed.isAtWork(ownRun);
  }

  public void process() {
    start(records.selectedFilter().withStatuses(SyncStatus.readyToProcess()), false);
  }

  public void processAll() {
    start(filter(), true);
  }

  /** Two clicks start once. */
  private void start(RecordFilter chosen, boolean all) {
    Optional<Long> store = choice.store().map(StoreSummary::id);
    if (store.isEmpty() || isWorking()) {
      return;
    }
    Optional<Integer> limit = all ? pass.limit() : records.selectedLimit();
    if (all) {
      pass.begin(clock.instant());
    }
    ownRun =
        runDesk.process(store.get(), choice.entity().map(StoreEntityRow::id), chosen, limit, false);
    report = null;
    followed.add(ownRun);
    look();
    records.reload();
    address().show();
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

  // --- commands ---

  public void skip() {
    performOnSelected(RecordCommand.SKIP);
  }

  public void skipAll() {
    perform(RecordCommand.SKIP, filter(), pass.limit());
  }

  public void setAsProcessed() {
    performOnSelected(RecordCommand.SET_AS_PROCESSED);
  }

  public void setAllAsProcessed() {
    perform(RecordCommand.SET_AS_PROCESSED, filter(), pass.limit());
  }

  private void performOnSelected(RecordCommand command) {
    perform(
        command,
        records.selectedFilter().withStatuses(SyncStatus.readyToProcess()),
        records.selectedLimit());
  }

  private void perform(RecordCommand command, RecordFilter chosen, Optional<Integer> limit) {
    report = new CommandReport(command, recordDesk.perform(command, chosen, limit));
    records.reload();
  }

  public void dismissReport() {
    report = null;
  }

  // --- for the page ---

  /** The name of an entity for people. */
  public String caption(String kind) {
    return kinds.find(kind).map(found -> found.caption(language.getLocale())).orElse(kind);
  }

  public List<SortMeta> getSortedBy() {
    return TableOrder.shown(view.sort());
  }

  /** Whether a filter may be why the table is empty. */
  public boolean isFiltered() {
    return texts.isGiven() || !status.isEmpty();
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

  public ProcessPass getPass() {
    return pass;
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

  public String getStatus() {
    return status;
  }

  public void setStatus(String wanted) {
    status =
        SyncStatus.readyToProcess().stream()
            .map(Enum::name)
            .filter(name -> name.equals(wanted))
            .findFirst()
            .orElse("");
  }

  public Set<SyncStatus> getOfferedStatuses() {
    return SyncStatus.readyToProcess();
  }

  public Instant getPassBegan() {
    return pass.began().orElse(null);
  }
}
