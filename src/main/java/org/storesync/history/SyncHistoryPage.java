package org.storesync.history;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.storesync.record.RecordCommand;
import org.storesync.record.RecordFilter;
import org.storesync.record.RecordLoading;
import org.storesync.record.RecordSort;
import org.storesync.record.RecordTable;
import org.storesync.record.RecordTextFilters;
import org.storesync.record.RecordView;
import org.storesync.record.SyncRecordDesk;
import org.storesync.record.SyncRecordList;
import org.storesync.record.SyncRecordRow;
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
import org.storesync.web.TimeDisplay;

/** Page Sync History (domain section 7). */
@Named
@ViewScoped
public class SyncHistoryPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String TABLE = "history:records";
  private static final String COLUMNS = "history";
  private static final List<RecordSort> NEWEST_FIRST =
      List.of(new RecordSort(RecordSort.Column.NUMBER, false));

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
  @Inject private TimeDisplay time;
  @Inject private Clock clock;

  private final RecordTextFilters texts = new RecordTextFilters();
  private final RecordView view = new RecordView();
  private EntityChoice choice;
  private Preset preset;
  private String find;
  private LocalDate attemptedFrom;
  private LocalDate attemptedTo;
  private Long runId;
  private RecordTable records;
  private LazyTable<SyncRecordRow> table;
  private FollowedRuns followed;
  private CommandReport report;

  @PostConstruct
  void open() {
    choice = new EntityChoice(stores, storeEntities);
    choice.open(Faces.getRequestParameter("store"), Faces.getRequestParameter("entity"), false);
    preset = Preset.of(Faces.getRequestParameter("status"));
    setFind(Faces.getRequestParameter("find"));
    texts.read(Faces::getRequestParameter);
    attemptedFrom = date(Faces.getRequestParameter("from"));
    attemptedTo = date(Faces.getRequestParameter("to"));
    runId = number(Faces.getRequestParameter("run"));
    view.readSort(Faces.getRequestParameter("sort"));
    view.setColumns(columnChoices.wanted(COLUMNS, view.getOffered()));
    records = new RecordTable(list, documents, this::loading);
    table = new LazyTable<>(records, SyncRecordRow::id);
    followed = new FollowedRuns(runs);
  }

  private static LocalDate date(String parameter) {
    try {
      return parameter == null ? null : LocalDate.parse(parameter);
    } catch (DateTimeException mistyped) {
      // An address that somebody typed by hand: shown without this filter.
      return null;
    }
  }

  private static Long number(String parameter) {
    return parameter != null && parameter.matches("\\d{1,18}") ? Long.valueOf(parameter) : null;
  }

  private RecordLoading loading() {
    return new RecordLoading(filter(), Optional.empty(), NEWEST_FIRST);
  }

  private RecordFilter filter() {
    RecordFilter chosen =
        RecordFilter.all()
            .withStore(choice.store().map(StoreSummary::id).orElse(null))
            .withStoreEntity(choice.entity().map(StoreEntityRow::id).orElse(null))
            .withAnyId(find)
            .withAttempted(startOf(attemptedFrom), startOf(dayAfter(attemptedTo)))
            .withRun(runId);
    return preset.narrow(texts.narrow(chosen));
  }

  private Instant startOf(LocalDate day) {
    return day == null ? null : day.atStartOfDay(time.getZone()).toInstant();
  }

  private static LocalDate dayAfter(LocalDate day) {
    return day == null ? null : day.plusDays(1);
  }

  // --- what is looked at ---

  public void storeChosen() {
    choice.storeChosen();
    selectionChanged();
  }

  /** Something else is to be shown. */
  public void selectionChanged() {
    records.reload();
    TableOrder.showFirstPage(TABLE);
    address().show();
  }

  public void choose(Preset chosen) {
    preset = chosen;
    selectionChanged();
  }

  public void clearFilters() {
    texts.clear();
    preset = Preset.ALL;
    find = "";
    attemptedFrom = null;
    attemptedTo = null;
    runId = null;
    selectionChanged();
  }

  public void forgetRun() {
    runId = null;
    selectionChanged();
  }

  public void sorted(SortEvent event) {
    view.sortBy(TableOrder.chosen(event));
    address().show();
  }

  public void columnsChosen() {
    columnChoices.keep(COLUMNS, view.getColumns());
  }

  private PageAddress address() {
    return address(preset);
  }

  /** The same selection with another preset filter. */
  public PageAddress address(Preset other) {
    return new PageAddress("sync-history.xhtml")
        .with("store", choice.getStoreName())
        .with("entity", choice.getKind())
        .with("status", other == Preset.ALL ? "" : other.name())
        .with("find", find)
        .with(texts.parameters())
        .with("from", attemptedFrom)
        .with("to", attemptedTo)
        .with("run", runId)
        .with("sort", view.sortParameter());
  }

  // --- commands ---

  /** Processes whatever the status; the source side's data wins. One run for each store. */
  public void sync() {
    RecordFilter chosen = records.selectedFilter();
    report = null;
    boolean started = false;
    for (StoreSummary store : choice.store().map(List::of).orElse(choice.getOfferedStores())) {
      RecordFilter ofStore = chosen.withStore(store.id());
      if (list.count(ofStore.withActive(true)) > 0) {
        followed.add(
            runDesk.process(store.id(), Optional.empty(), ofStore, Optional.empty(), true));
        started = true;
      }
    }
    if (!started) {
      messages.fail("history.sync.inactive");
    }
    followed.look();
    records.reload();
  }

  /** Reads what changed since the last time, of the entity in the box. */
  public void prepare() {
    Optional<StoreEntityRow> entity = choice.entity();
    if (entity.isEmpty()) {
      messages.fail("history.prepare.entityFirst");
    } else if (!entity.get().active() || !choice.isStoreActive()) {
      messages.fail("history.prepare.inactive", caption(entity.get().kind()));
    } else {
      long run = runDesk.prepareIncremental(entity.get().id());
      messages.inform("history.prepare.started", caption(entity.get().kind()), run);
    }
  }

  public void skip() {
    perform(RecordCommand.SKIP);
  }

  public void setAsProcessed() {
    perform(RecordCommand.SET_AS_PROCESSED);
  }

  public void setAsPrepared() {
    perform(RecordCommand.SET_AS_PREPARED);
  }

  public void delete() {
    perform(RecordCommand.DELETE);
  }

  private void perform(RecordCommand command) {
    report =
        new CommandReport(
            command,
            recordDesk.perform(command, records.selectedFilter(), records.selectedLimit()));
    records.reload();
  }

  public void dismissReport() {
    report = null;
  }

  // --- runs that were started here ---

  /** Reads how far they are; called when there is news. */
  public void refresh() {
    if (followed.look()) {
      records.recount();
      PrimeFaces.current().ajax().update("history:toolbar", "history:marks", TABLE);
    }
  }

  public void stop(long id) {
    messages.toast(runDesk.stop(id) ? "run.stopped" : "run.endedAlready", id);
    refresh();
  }

  public void dismiss(long id) {
    followed.dismiss(id);
  }

  public RunPace pace(RunRow run) {
    return RunPace.of(run, clock.instant()).orElse(null);
  }

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

  /** Whether a filter may be why the table is empty. */
  public boolean isFiltered() {
    return texts.isGiven()
        || preset != Preset.ALL
        || !find.isEmpty()
        || attemptedFrom != null
        || attemptedTo != null
        || runId != null;
  }

  public Preset[] getPresets() {
    return Preset.values();
  }

  public Preset getPreset() {
    return preset;
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

  public Long getRunId() {
    return runId;
  }

  public String getFind() {
    return find;
  }

  public void setFind(String find) {
    this.find = find == null ? "" : find.strip();
  }

  public LocalDate getAttemptedFrom() {
    return attemptedFrom;
  }

  public void setAttemptedFrom(LocalDate attemptedFrom) {
    this.attemptedFrom = attemptedFrom;
  }

  public LocalDate getAttemptedTo() {
    return attemptedTo;
  }

  public void setAttemptedTo(LocalDate attemptedTo) {
    this.attemptedTo = attemptedTo;
  }
}
