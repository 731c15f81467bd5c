package org.storesync.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.storesync.connector.Cursor;
import org.storesync.connector.TimeWindow;
import org.storesync.kind.DateRange;
import org.storesync.kind.PlannedWindow;
import org.storesync.kind.PrepareMode;
import org.storesync.record.FinishCounts;
import org.storesync.record.OfferCounts;
import org.storesync.record.RecordCommand;

/**
 * One prepare execution of one entity of a store, or one process execution of a store: its
 * selection, its progress and its end (domain section 1). It is queued, works under the lease of a
 * worker, may wait for quota and go on, and ends once. Its checkpoint lets another worker go on
 * where a dead one stopped.
 */
@Entity
@Table(name = "run")
public class Run {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "run_seq")
  @SequenceGenerator(name = "run_seq", sequenceName = "run_seq", allocationSize = 50)
  private Long id;

  @Enumerated(EnumType.STRING)
  private RunKind kind;

  @Column(name = "group_id")
  private Long groupId;

  @Column(name = "leader_id")
  private Long leaderId;

  @Column(name = "store_id")
  private long storeId;

  @Column(name = "store_entity_id")
  private Long storeEntityId;

  @Enumerated(EnumType.STRING)
  private RunState state = RunState.QUEUED;

  @Column(name = "started_by")
  private String startedBy;

  private boolean unattended;

  @Enumerated(EnumType.STRING)
  private PrepareMode mode;

  @Enumerated(EnumType.STRING)
  @Column(name = "effective_mode")
  private PrepareMode effectiveMode;

  @Column(name = "range_from")
  private Instant rangeFrom;

  @Column(name = "range_to")
  private Instant rangeTo;

  @Column(name = "window_from")
  private Instant windowFrom;

  @Column(name = "window_to")
  private Instant windowTo;

  @Column(name = "baseline_before")
  private Instant baselineBefore;

  @Column(name = "then_process")
  private boolean thenProcess;

  @Column(name = "cursor_token")
  private String cursorToken;

  @Column(name = "cursor_at")
  private Instant cursorAt;

  @Column(name = "read_from")
  private Instant readFrom;

  @Column(name = "read_to")
  private Instant readTo;

  @Column(name = "continues_run")
  private Long continuesRun;

  private boolean forced;

  @Enumerated(EnumType.STRING)
  private RecordCommand command;

  private int pages;
  private int calls;
  private int fetched;
  private int prepared;
  private int unchanged;
  private int filtered;
  private int invalid;
  private int selected;
  private int processed;
  private int failed;
  private int aborted;

  private String selection;

  @Column(name = "passed_over")
  private int passedOver;

  private int retries;

  private String message;

  @Column(name = "waiting_for")
  private String waitingFor;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "stop_requested")
  private boolean stopRequested;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version private int version;

  protected Run() {}

  private Run(RunKind kind, long storeId, Long storeEntityId, Starter starter, Instant now) {
    this.kind = kind;
    this.storeId = storeId;
    this.storeEntityId = storeEntityId;
    this.startedBy = starter.name();
    this.unattended = starter.unattended();
    this.createdAt = now;
    this.dueAt = now;
    this.changedAt = now;
  }

  /** A prepare run of one entity, queued. */
  public static Run prepare(
      long storeId,
      long storeEntityId,
      PrepareMode mode,
      DateRange range,
      boolean thenProcess,
      Starter starter,
      Instant now) {
    Run run = new Run(RunKind.PREPARE, storeId, storeEntityId, starter, now);
    run.mode = mode;
    run.rangeFrom = range.from().orElse(null);
    run.rangeTo = range.to().orElse(null);
    run.thenProcess = thenProcess;
    return run;
  }

  /** A process run of a store or, if given, of one of its entities, queued. */
  public static Run process(
      long storeId, Optional<Long> storeEntityId, boolean forced, Starter starter, Instant now) {
    Run run = new Run(RunKind.PROCESS, storeId, storeEntityId.orElse(null), starter, now);
    run.forced = forced;
    return run;
  }

  /** A command on records of a store or, if given, of one of its entities, queued. */
  static Run command(
      RecordCommand command,
      long storeId,
      Optional<Long> storeEntityId,
      Starter starter,
      Instant now) {
    Run run = new Run(RunKind.COMMAND, storeId, storeEntityId.orElse(null), starter, now);
    run.command = command;
    return run;
  }

  /** Alone until it is put together with others. */
  @PrePersist
  void standAlone() {
    groupId = groupId == null ? id : groupId;
    leaderId = leaderId == null ? id : leaderId;
  }

  void joinGroup(long group) {
    groupId = group;
  }

  /** Reads together with this run. */
  void follow(long leader) {
    leaderId = leader;
  }

  public Long id() {
    return id;
  }

  public RunKind kind() {
    return kind;
  }

  public long groupId() {
    return groupId;
  }

  /** The run under whose number workers claim this one: its own, or that of a shared read. */
  public long leaderId() {
    return leaderId;
  }

  public long storeId() {
    return storeId;
  }

  public Optional<Long> storeEntityId() {
    return Optional.ofNullable(storeEntityId);
  }

  public RunState state() {
    return state;
  }

  public Starter starter() {
    return new Starter(startedBy, unattended);
  }

  public PrepareMode mode() {
    return mode;
  }

  public DateRange range() {
    return new DateRange(Optional.ofNullable(rangeFrom), Optional.ofNullable(rangeTo));
  }

  public boolean thenProcess() {
    return thenProcess;
  }

  /** It was asked for again, with processing to follow. */
  public void processAfterwards() {
    thenProcess = true;
  }

  /** A person asked for what was begun unattended: its calls go first, and it is tried at once. */
  void awaited() {
    unattended = false;
    dueAt = createdAt;
  }

  public boolean forced() {
    return forced;
  }

  /** What a command run does. */
  Optional<RecordCommand> command() {
    return Optional.ofNullable(command);
  }

  /** How many records it has processed, or changed by its command. */
  int processed() {
    return processed;
  }

  Instant createdAt() {
    return createdAt;
  }

  public boolean stopRequested() {
    return stopRequested;
  }

  public int selected() {
    return selected;
  }

  public int retries() {
    return retries;
  }

  public int pages() {
    return pages;
  }

  public Optional<Instant> startedAt() {
    return Optional.ofNullable(startedAt);
  }

  /** From its first worker to its end. */
  Duration took() {
    return Duration.between(startedAt, finishedAt);
  }

  public Optional<Instant> baselineBefore() {
    return Optional.ofNullable(baselineBefore);
  }

  /** What it does, once it has begun. */
  public Optional<PlannedWindow> plan() {
    return effectiveMode == null
        ? Optional.empty()
        : Optional.of(new PlannedWindow(effectiveMode, new TimeWindow(windowFrom, windowTo)));
  }

  /** What is read for all runs that share the read; on the first of them. */
  public TimeWindow readWindow() {
    return new TimeWindow(readFrom, readTo);
  }

  /** Where the read goes on; on the first of the runs that share it. */
  public Optional<Cursor> cursor() {
    return Optional.ofNullable(cursorToken).map(Cursor::new);
  }

  public Optional<Instant> cursorAt() {
    return Optional.ofNullable(cursorAt);
  }

  // --- prepare ---

  /**
   * It begins: mode, window and upper bound are fixed from now on.
   *
   * @param baseline the baseline that the plan was made from
   */
  public void plan(PlannedWindow plan, TimeWindow read, Optional<Instant> baseline, Instant now) {
    effectiveMode = plan.mode();
    windowFrom = plan.window().from();
    windowTo = plan.window().to();
    readFrom = read.from();
    readTo = read.to();
    baselineBefore = baseline.orElse(null);
    begin(now);
  }

  /** It goes on where an earlier run of the same entity, mode and window was cut off. */
  public void continueFrom(Run earlier, Instant now) {
    plan(earlier.plan().orElseThrow(), earlier.readWindow(), earlier.baselineBefore(), now);
    cursorToken = earlier.cursorToken;
    cursorAt = earlier.cursorAt;
    continuesRun = earlier.id;
  }

  /** A page was stored for this run. */
  public void pageStored(OfferCounts counts, Instant now) {
    pages++;
    fetched += counts.fetched();
    prepared += counts.prepared();
    unchanged += counts.unchanged();
    filtered += counts.filtered();
    invalid += counts.invalid();
    goOn(now);
  }

  /** The shared read goes on here; kept on the first of the runs that share it. */
  public void checkpoint(Optional<Cursor> next, Instant now) {
    cursorToken = next.map(Cursor::token).orElse(null);
    cursorAt = now;
    retries = 0;
    changedAt = now;
  }

  /** Calls at the source; counted once for runs that share a read. */
  public void called(int more) {
    calls += more;
  }

  /** The source no longer accepts the cursor: the window is read from its beginning. */
  public void restartWindow(String because, Instant now) {
    cursorToken = null;
    cursorAt = null;
    retries++;
    message = because;
    changedAt = now;
  }

  // --- process and command ---

  /** Which records it has to work through is fixed; they are so many. */
  public void select(int count) {
    selected = count;
    selection = null;
  }

  /**
   * Which records it has to work through is known, and is fixed before it begins.
   *
   * @param which a filter as JSON
   * @param count how many they are now
   */
  void noteSelection(String which, int count) {
    selected = count;
    selection = which;
  }

  /** Which records it has to work through, as long as they are not fixed. */
  Optional<String> notedSelection() {
    return Optional.ofNullable(selection);
  }

  public void chunkFinished(FinishCounts counts, Instant now) {
    processed += counts.processed();
    failed += counts.failed();
    aborted += counts.aborted();
    filtered += counts.filtered();
    passedOver += counts.passedOver();
    retries = 0;
    goOn(now);
  }

  // --- all ---

  public void begin(Instant now) {
    state = RunState.RUNNING;
    startedAt = startedAt == null ? now : startedAt;
    waitingFor = null;
    changedAt = now;
  }

  /**
   * It gives its worker back and goes on later.
   *
   * @param reason what it waits for, a sentence
   */
  public void waitUntil(Instant due, String reason, Instant now) {
    dueAt = due;
    waitingFor = reason;
    changedAt = now;
  }

  /** It is paused: it stays due, and goes on when nothing pauses it any more. */
  void rest(String reason, Instant now) {
    if (!reason.equals(waitingFor)) {
      waitingFor = reason;
      changedAt = now;
    }
  }

  /** One more time that it waits without having got on. */
  public void countRetry() {
    retries++;
  }

  private void goOn(Instant now) {
    waitingFor = null;
    changedAt = now;
  }

  public void requestStop(Instant now) {
    stopRequested = true;
    // Whatever it waits for, it is to stop now.
    dueAt = now;
    changedAt = now;
  }

  public void succeed(Instant now) {
    end(RunState.SUCCEEDED, null, now);
  }

  /** The checkpoint stays: the next run of the same selection may go on there. */
  public void fail(String why, Instant now) {
    end(RunState.FAILED, why, now);
  }

  public void stop(Instant now) {
    end(RunState.STOPPED, null, now);
  }

  private void end(RunState how, String why, Instant now) {
    if (!state.active()) {
      throw new IllegalStateException("Run " + id + " has ended already");
    }
    state = how;
    message = why == null ? message : why;
    waitingFor = null;
    startedAt = startedAt == null ? now : startedAt;
    finishedAt = now;
    changedAt = now;
  }

  @Override
  public String toString() {
    return "Run[" + id + ", " + kind + ", " + state + "]";
  }

  RunRow row(String storeName, String entityKind) {
    return new RunRow(
        id,
        kind,
        groupId,
        leaderId,
        storeId,
        storeName,
        storeEntityId,
        entityKind,
        state,
        startedBy,
        mode,
        effectiveMode,
        windowFrom,
        windowTo,
        forced,
        command,
        thenProcess,
        pages,
        calls,
        fetched,
        prepared,
        unchanged,
        filtered,
        invalid,
        selected,
        processed,
        failed,
        aborted,
        passedOver,
        message,
        waitingFor,
        dueAt,
        stopRequested,
        continuesRun,
        createdAt,
        startedAt,
        finishedAt);
  }
}
