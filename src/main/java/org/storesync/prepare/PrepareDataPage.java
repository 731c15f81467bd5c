package org.storesync.prepare;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.storesync.kind.DateRange;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.record.RecordCounts;
import org.storesync.record.SyncStatus;
import org.storesync.run.RunDesk;
import org.storesync.run.RunList;
import org.storesync.run.RunRow;
import org.storesync.run.Starter;
import org.storesync.store.StoreSummary;
import org.storesync.store.Stores;
import org.storesync.web.Language;
import org.storesync.web.PageAddress;
import org.storesync.web.PageMessages;
import org.storesync.web.TimeDisplay;

/** Page Prepare Data (domain section 2). */
@Named
@ViewScoped
public class PrepareDataPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private RecordCounts recordCounts;
  @Inject private RunList runs;
  @Inject private RunDesk runDesk;
  @Inject private PreparePlanner planner;
  @Inject private PrepareDesk desk;
  @Inject private SecurityContext security;
  @Inject private PageMessages messages;
  @Inject private Language language;
  @Inject private TimeDisplay time;

  private String storeName;
  private PrepareMode mode = PrepareMode.INCREMENTAL;
  private LocalDateTime from;
  private LocalDateTime to;
  private List<StoreSummary> offeredStores = List.of();
  private List<PrepareRow> rows = List.of();
  private List<PrepareRow> selected = new ArrayList<>();
  private final Set<Long> seenAtWork = new HashSet<>();
  private final Set<Long> dismissed = new HashSet<>();

  /** Called when the page opens, after its view parameters. */
  public void open() {
    offeredStores = stores.all();
    if (store().isEmpty()) {
      if (storeName != null && !storeName.isBlank()) {
        messages.fail("record.choice.unknownStore", storeName);
      }
      storeName = offeredStores.stream().findFirst().map(StoreSummary::name).orElse(null);
    }
    refresh();
  }

  /** Reads everything that is shown again. */
  public void refresh() {
    rows = store().map(this::rowsOf).orElse(List.of());
    Set<Long> chosen = new HashSet<>();
    selected.forEach(row -> chosen.add(row.id()));
    selected = new ArrayList<>(rows.stream().filter(row -> chosen.contains(row.id())).toList());
  }

  /** Another store or mode was chosen. */
  public void selectionChanged() {
    if (!isRangeUsed()) {
      from = null;
      to = null;
    }
    refresh();
  }

  private List<PrepareRow> rowsOf(StoreSummary store) {
    Map<Long, Map<SyncStatus, Long>> counts = recordCounts.ofStore(store.id());
    Map<Long, RunRow> latest = runs.latestPrepares(store.id());
    return storeEntities.of(store.id()).stream()
        .filter(StoreEntityRow::active)
        .map(entity -> row(entity, counts.getOrDefault(entity.id(), Map.of()), latest))
        .toList();
  }

  private PrepareRow row(
      StoreEntityRow entity, Map<SyncStatus, Long> counts, Map<Long, RunRow> latest) {
    long ready =
        counts.getOrDefault(SyncStatus.PREPARED, 0L) + counts.getOrDefault(SyncStatus.FAILED, 0L);
    return new PrepareRow(
        entity,
        kinds.find(entity.kind()).orElseThrow().caption(language.getLocale()),
        ready,
        counts.getOrDefault(SyncStatus.PROCESSED, 0L),
        counts.values().stream().mapToLong(Long::longValue).sum(),
        shownRun(latest.get(entity.id())),
        preview(entity));
  }

  /** A run at work, and one that ended while this page was open, until it is dismissed. */
  private RunRow shownRun(RunRow run) {
    if (run == null || dismissed.contains(run.id())) {
      return null;
    }
    if (run.active()) {
      seenAtWork.add(run.id());
      return run;
    }
    return seenAtWork.contains(run.id()) ? run : null;
  }

  /** What would happen instead of what is picked. */
  private PreparePreview preview(StoreEntityRow entity) {
    if (entity.baseline() != null) {
      return null;
    }
    try {
      return planner.preview(
          entity.id(),
          PrepareMode.INCREMENTAL,
          DateRange.open(),
          language.getLocale(),
          time.getZone());
    } catch (PrepareRefused refused) {
      // Nothing to announce: pressing the button tells the reason.
      return null;
    }
  }

  /** What a first preparation costs, if an entity was never prepared. */
  public Optional<PrepareRow> getFirst() {
    boolean keptAsAsked = mode == PrepareMode.FULL && !range().isOpen();
    return keptAsAsked
        ? Optional.empty()
        : rows.stream().filter(row -> row.preview() != null && !row.atWork()).findFirst();
  }

  /** Names of the entities that were never prepared. */
  public String getNeverPrepared() {
    return String.join(
        ", ",
        rows.stream()
            .filter(row -> row.preview() != null && !row.atWork())
            .map(PrepareRow::caption)
            .toList());
  }

  public void prepare() {
    start(selected, false);
  }

  public void prepareAndProcess() {
    start(selected, true);
  }

  public void prepareAll() {
    start(rows, false);
  }

  private void start(List<PrepareRow> chosen, boolean thenProcess) {
    if (chosen.isEmpty()) {
      messages.fail("prepare.nothingSelected");
      return;
    }
    PrepareRequest request =
        new PrepareRequest(
            store().orElseThrow().id(),
            chosen.stream().map(PrepareRow::id).toList(),
            mode,
            range(),
            thenProcess);
    try {
      List<Long> started =
          desk.start(
              request,
              Starter.person(security.getCallerPrincipal().getName()),
              language.getLocale(),
              time.getZone());
      boolean fresh = started.stream().anyMatch(run -> !seenAtWork.contains(run));
      seenAtWork.addAll(started);
      messages.toast(fresh ? "prepare.started" : "prepare.startedAlready");
      refresh();
    } catch (PrepareRefused refused) {
      messages.failInWords(refused.getMessage());
    }
  }

  public void stop(long runId) {
    messages.toast(runDesk.stop(runId) ? "run.stopped" : "run.endedAlready", runId);
    refresh();
  }

  public void dismiss(long runId) {
    dismissed.add(runId);
    refresh();
  }

  private DateRange range() {
    return isRangeUsed()
        ? new DateRange(
            Optional.ofNullable(from).map(start -> start.atZone(time.getZone()).toInstant()),
            Optional.ofNullable(to).map(end -> end.atZone(time.getZone()).toInstant()))
        : DateRange.open();
  }

  /** Whether the picked mode takes a date range. */
  public boolean isRangeUsed() {
    return mode != PrepareMode.INCREMENTAL;
  }

  private Optional<StoreSummary> store() {
    return offeredStores.stream().filter(store -> store.name().equals(storeName)).findFirst();
  }

  public boolean isStoreActive() {
    return store().map(StoreSummary::active).orElse(true);
  }

  public String getStoreName() {
    return storeName;
  }

  public void setStoreName(String storeName) {
    this.storeName = storeName;
  }

  public PrepareMode getMode() {
    return mode;
  }

  public void setMode(PrepareMode mode) {
    this.mode = mode == null ? PrepareMode.INCREMENTAL : mode;
  }

  public PrepareMode[] getModes() {
    return PrepareMode.values();
  }

  public LocalDateTime getFrom() {
    return from;
  }

  public void setFrom(LocalDateTime from) {
    this.from = from;
  }

  public LocalDateTime getTo() {
    return to;
  }

  public void setTo(LocalDateTime to) {
    this.to = to;
  }

  public List<StoreSummary> getOfferedStores() {
    return offeredStores;
  }

  public List<PrepareRow> getRows() {
    return rows;
  }

  public List<PrepareRow> getSelected() {
    return selected;
  }

  /** Where a schedule of what is selected here is made. */
  public String getScheduleAddress() {
    String kindCodes =
        selected.stream().map(row -> row.entity().kind()).collect(Collectors.joining(","));
    return new PageAddress("schedules.xhtml")
        .with("new", true)
        .with("action", "PREPARE")
        .with("store", storeName)
        .with("entity", kindCodes)
        .with("mode", mode)
        .with("from", from)
        .with("to", to)
        .toString();
  }

  public void setSelected(List<PrepareRow> selected) {
    this.selected = selected == null ? new ArrayList<>() : new ArrayList<>(selected);
  }
}
