package org.storesync.history;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.storesync.kind.StoreEntityRow;
import org.storesync.record.RecordCommand;
import org.storesync.record.RecordFilter;
import org.storesync.record.RecordLoading;
import org.storesync.record.RecordSort;
import org.storesync.run.RecordsPage;
import org.storesync.store.StoreSummary;
import org.storesync.web.PageAddress;
import org.storesync.web.TimeDisplay;

/** Page Sync History (domain section 7). */
@Named
@ViewScoped
public class SyncHistoryPage extends RecordsPage {

  private static final long serialVersionUID = 1L;
  private static final List<RecordSort> NEWEST_FIRST =
      List.of(new RecordSort(RecordSort.Column.NUMBER, false));

  @Inject private TimeDisplay time;

  private Preset preset;
  private String find;
  private LocalDate attemptedFrom;
  private LocalDate attemptedTo;
  private Long runId;

  public SyncHistoryPage() {
    super("history");
  }

  @PostConstruct
  void open() {
    preset = Preset.of(Faces.getRequestParameter("status"));
    setFind(Faces.getRequestParameter("find"));
    attemptedFrom = date(Faces.getRequestParameter("from"));
    attemptedTo = date(Faces.getRequestParameter("to"));
    runId = number(Faces.getRequestParameter("run"));
    read(false);
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

  @Override
  protected RecordLoading loading() {
    return new RecordLoading(filter(), Optional.empty(), NEWEST_FIRST);
  }

  private RecordFilter filter() {
    return preset.narrow(
        chosen()
            .withAnyId(find)
            .withAttempted(startOf(attemptedFrom), startOf(dayAfter(attemptedTo)))
            .withRun(runId));
  }

  private Instant startOf(LocalDate day) {
    return day == null ? null : day.atStartOfDay(time.getZone()).toInstant();
  }

  private static LocalDate dayAfter(LocalDate day) {
    return day == null ? null : day.plusDays(1);
  }

  // --- what is looked at ---

  public void storeChosen() {
    getChoice().storeChosen();
    selectionChanged();
  }

  /** Something else is to be shown. */
  public void selectionChanged() {
    showRecords();
  }

  public void choose(Preset chosen) {
    preset = chosen;
    selectionChanged();
  }

  public void clearFilters() {
    getTexts().clear();
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

  @Override
  protected PageAddress address() {
    return address(preset);
  }

  /** The same selection with another preset filter. */
  public PageAddress address(Preset other) {
    return new PageAddress("sync-history.xhtml")
        .with("store", getChoice().getStoreName())
        .with("entity", getChoice().getKind())
        .with("status", other == Preset.ALL ? "" : other.name())
        .with("find", find)
        .with(getTexts().parameters())
        .with("from", attemptedFrom)
        .with("to", attemptedTo)
        .with("run", runId)
        .with("sort", getView().sortParameter());
  }

  // --- commands ---

  /** Processes whatever the status; the source side's data wins. One run for each store. */
  public void sync() {
    RecordFilter selected = getRecords().selectedFilter();
    dismissReport();
    boolean started = false;
    for (StoreSummary store :
        getChoice().store().map(List::of).orElse(getChoice().getOfferedStores())) {
      RecordFilter ofStore = selected.withStore(store.id());
      if (list.count(ofStore.onlyActive()).counted() > 0) {
        getFollowed()
            .add(runDesk.process(store.id(), Optional.empty(), ofStore, Optional.empty(), true));
        started = true;
      }
    }
    if (!started) {
      messages.fail("history.sync.inactive");
    }
    getFollowed().look();
    getRecords().reload();
  }

  /** Reads what changed since the last time, of the entity in the box. */
  public void prepare() {
    Optional<StoreEntityRow> entity = getChoice().entity();
    if (entity.isEmpty()) {
      messages.fail("history.prepare.entityFirst");
    } else if (!entity.get().active() || !getChoice().isStoreActive()) {
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
    perform(command, getRecords().selectedFilter(), getRecords().selectedLimit());
  }

  // --- for the page ---

  /** Whether a filter may be why the table is empty. */
  public boolean isFiltered() {
    return getTexts().isGiven()
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
