package org.storesync.run;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storesync.kind.EntityKinds;
import org.storesync.platform.table.TableRequest;
import org.storesync.platform.table.TableSource;
import org.storesync.store.StoreSummary;
import org.storesync.store.Stores;
import org.storesync.web.Language;
import org.storesync.web.LazyTable;
import org.storesync.web.PageMessages;

/** Page Runs: the history of runs, and one run's story. */
@Named
@ViewScoped
public class RunsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Instead of a state: runs that are queued or at work. */
  static final String ACTIVE = "ACTIVE";

  @Inject private RunList runs;
  @Inject private RunDesk desk;
  @Inject private EntityKinds kinds;
  @Inject private Stores stores;
  @Inject private Clock clock;
  @Inject private Language language;
  @Inject private PageMessages messages;

  private Long runId;
  private String state = "";
  private String kind = "";
  private String storeName = "";
  private List<StoreSummary> offeredStores = List.of();
  private RunRow one;
  private List<RunRow> together = List.of();
  private LazyTable<RunRow> table;

  @PostConstruct
  void prepareTable() {
    table = new LazyTable<>(new ListedRuns(), RunRow::id);
  }

  /** Called when the page opens, after its view parameters. */
  public void open() {
    offeredStores = stores.all();
    refresh();
  }

  /** Reads the story of one run again; a table reads itself. */
  public void refresh() {
    if (runId == null) {
      return;
    }
    one = runs.find(runId).orElse(null);
    together =
        one == null
            ? List.of()
            : runs.page(RunFilter.all().withGroup(one.groupId()), 0, 50).stream()
                .filter(run -> run.id() != one.id())
                .toList();
  }

  public void stop(long id) {
    messages.toast(desk.stop(id) ? "run.stopped" : "run.endedAlready", id);
    refresh();
  }

  /** The entity's name for people; that of a process run of a whole store is empty. */
  public String captionOf(RunRow run) {
    return Optional.ofNullable(run.entityKind())
        .flatMap(kinds::find)
        .map(found -> found.caption(language.getLocale()))
        .orElse(run.entityKind() == null ? "" : run.entityKind());
  }

  /** How long it worked so far. */
  public Duration durationOf(RunRow run) {
    return run.duration(clock.instant());
  }

  /** Records a second of a process run at work; 0 while that is not steady yet. */
  public double rateOf(RunRow run) {
    double seconds = durationOf(run).toMillis() / 1000.0;
    return seconds < 2 ? 0 : run.done() / seconds;
  }

  /** How long a process run will still take at its rate; absent while that is not steady yet. */
  public Duration leftOf(RunRow run) {
    double rate = rateOf(run);
    return rate <= 0 ? null : Duration.ofSeconds((long) Math.ceil(run.remaining() / rate));
  }

  private RunFilter filter() {
    RunFilter filter =
        state.equals(ACTIVE)
            ? RunFilter.atWork()
            : RunFilter.all().withState(state.isEmpty() ? null : RunState.valueOf(state));
    return filter
        .withKind(kind.isEmpty() ? null : RunKind.valueOf(kind))
        .withStore(
            offeredStores.stream()
                .filter(store -> store.name().equals(storeName))
                .map(StoreSummary::id)
                .findFirst()
                .orElse(null));
  }

  /** The table's rows: the newest first. */
  private final class ListedRuns implements TableSource<RunRow> {
    private static final long serialVersionUID = 1L;

    @Override
    public long count(Map<String, Object> filters) {
      return runs.count(filter());
    }

    @Override
    public List<RunRow> rows(TableRequest request) {
      return runs.page(filter(), request.first(), request.size());
    }

    @Override
    public Optional<RunRow> row(String key) {
      return runs.find(Long.parseLong(key));
    }
  }

  public boolean isFiltered() {
    return !state.isEmpty() || !kind.isEmpty() || !storeName.isEmpty();
  }

  public LazyTable<RunRow> getTable() {
    return table;
  }

  public RunRow getOne() {
    return one;
  }

  public List<RunRow> getTogether() {
    return together;
  }

  public Long getRunId() {
    return runId;
  }

  public void setRunId(Long runId) {
    this.runId = runId;
  }

  public String getState() {
    return state;
  }

  /** A word that is no state means all. */
  public void setState(String state) {
    boolean known =
        ACTIVE.equals(state)
            || List.of(RunState.values()).stream().anyMatch(one -> one.name().equals(state));
    this.state = known ? state : "";
  }

  public RunState[] getStates() {
    return RunState.values();
  }

  public String getKind() {
    return kind;
  }

  /** A word that is no kind means all. */
  public void setKind(String kind) {
    boolean known = List.of(RunKind.values()).stream().anyMatch(one -> one.name().equals(kind));
    this.kind = known ? kind : "";
  }

  public RunKind[] getKinds() {
    return RunKind.values();
  }

  public String getStoreName() {
    return storeName;
  }

  public void setStoreName(String storeName) {
    this.storeName = storeName == null ? "" : storeName;
  }

  public List<StoreSummary> getOfferedStores() {
    return offeredStores;
  }
}
