package org.storesync.process;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.util.Faces;
import org.storesync.kind.StoreEntityRow;
import org.storesync.record.RecordCommand;
import org.storesync.record.RecordFilter;
import org.storesync.record.RecordLoading;
import org.storesync.record.SyncStatus;
import org.storesync.run.RecordsPage;
import org.storesync.store.StoreSummary;
import org.storesync.web.PageAddress;

/** Page Process Data (domain section 3). */
@Named
@ViewScoped
public class ProcessDataPage extends RecordsPage {

  private static final long serialVersionUID = 1L;

  private final ProcessPass pass = new ProcessPass();
  private String status = "";
  private Long ownRun;

  public ProcessDataPage() {
    super("work");
  }

  @PostConstruct
  void open() {
    setStatus(Faces.getRequestParameter("status"));
    pass.read(Faces.getRequestParameter("limit"), Faces.getRequestParameter("pass"));
    read(true);
    lookForOwnRun();
  }

  private void lookForOwnRun() {
    look();
    ownRun = getFollowed().startedBy(Faces.getRemoteUser()).orElse(null);
  }

  @Override
  protected RecordLoading loading() {
    return new RecordLoading(filter(), pass.limit(), List.of());
  }

  private RecordFilter filter() {
    return chosen()
        .withStore(getChoice().store().map(StoreSummary::id).orElse(0L))
        .withStatuses(status.isEmpty() ? SyncStatus.readyToProcess() : statusWanted())
        .withActive(true)
        .withNotAttemptedSince(pass.began().orElse(null));
  }

  private Set<SyncStatus> statusWanted() {
    return EnumSet.of(SyncStatus.valueOf(status));
  }

  // --- what is looked at ---

  /** Another store was chosen. */
  public void storeChosen() {
    getChoice().storeChosen();
    getFollowed().clear();
    dismissReport();
    lookForOwnRun();
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
    getTexts().clear();
    status = "";
    selectionChanged();
  }

  @Override
  protected PageAddress address() {
    return new PageAddress("process-data.xhtml")
        .with("store", getChoice().getStoreName())
        .with("entity", getChoice().getKind())
        .with("status", status)
        .with(getTexts().parameters())
        .with("limit", pass.limit().orElse(null))
        .with("pass", pass.parameter())
        .with("sort", getView().sortParameter());
  }

  /** Where a schedule of what is loaded here is made. */
  public String getScheduleAddress() {
    return new PageAddress("schedules.xhtml")
        .with("new", true)
        .with("action", "PROCESS")
        .with("store", getChoice().getStoreName())
        .with("entity", getChoice().getKind())
        .with("limit", pass.limit().orElse(null))
        .toString();
  }

  // --- runs ---

  /** Also sees runs of the store that others started. */
  @Override
  protected boolean look() {
    return getChoice().store().map(store -> getFollowed().look(store.id())).orElse(false);
  }

  /**
   * Whether what this person started is still at work; its progress stands where the buttons do.
   */
  public boolean isWorking() {
    return ownRun != null && getFollowed().isAtWork(ownRun);
  }

  public void process() {
    start(selectedReady(), false);
  }

  public void processAll() {
    start(getRecords().loadedFilter(), true);
  }

  /** Two clicks start once. */
  private void start(RecordFilter chosen, boolean all) {
    Optional<Long> store = getChoice().store().map(StoreSummary::id);
    if (store.isEmpty() || isWorking()) {
      return;
    }
    Optional<Integer> limit = all ? pass.limit() : getRecords().selectedLimit();
    if (all) {
      pass.begin(clock.instant());
    }
    ownRun =
        runDesk.process(
            store.get(), getChoice().entity().map(StoreEntityRow::id), chosen, limit, false);
    dismissReport();
    getFollowed().add(ownRun);
    look();
    getRecords().reload();
    address().show();
  }

  // --- commands ---

  @Override
  protected void perform(RecordCommand command, RecordFilter commanded, Optional<Integer> limit) {
    super.perform(command, commanded, limit);
    lookForOwnRun();
  }

  public void skip() {
    performOnSelected(RecordCommand.SKIP);
  }

  public void skipAll() {
    perform(RecordCommand.SKIP, getRecords().loadedFilter(), pass.limit());
  }

  public void setAsProcessed() {
    performOnSelected(RecordCommand.SET_AS_PROCESSED);
  }

  public void setAllAsProcessed() {
    perform(RecordCommand.SET_AS_PROCESSED, getRecords().loadedFilter(), pass.limit());
  }

  private void performOnSelected(RecordCommand command) {
    perform(command, selectedReady(), getRecords().selectedLimit());
  }

  private RecordFilter selectedReady() {
    return getRecords().selectedFilter().withinStatuses(SyncStatus.readyToProcess());
  }

  // --- for the page ---

  /** Whether a filter may be why the table is empty. */
  public boolean isFiltered() {
    return getTexts().isGiven() || !status.isEmpty();
  }

  public ProcessPass getPass() {
    return pass;
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
