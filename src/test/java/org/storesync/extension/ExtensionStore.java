package org.storesync.extension;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.storesync.extension.bazaar.Stall;
import org.storesync.kind.DateRange;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.StoreEntityRow;
import org.storesync.prepare.PrepareRefused;
import org.storesync.prepare.PrepareRequest;
import org.storesync.record.RecordCommand;
import org.storesync.record.RecordFilter;
import org.storesync.record.SyncRecordRow;
import org.storesync.record.SyncStatus;
import org.storesync.run.RunRow;
import org.storesync.run.Starter;

/** One store of a test, and what a person would do with it. */
public final class ExtensionStore {

  public static final String PAPER = "PAPER_COUPON";
  public static final String DIGITAL = "DIGITAL_COUPON";
  public static final String REDEMPTION = "REDEMPTION";
  public static final String POSTER = "POSTER";

  private static final Starter TESTER = Starter.person("tester");
  private static final Starter NIGHT = new Starter("night schedule", true);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ExtensionStores engine;
  private final long id;

  ExtensionStore(ExtensionStores engine, long id) {
    this.engine = engine;
    this.id = id;
  }

  public long id() {
    return id;
  }

  /** What the marketplace has of it. */
  public Stall stall() {
    return engine.bazaar.stall(id);
  }

  public StoreEntityRow entity(String kind) {
    return engine.storeEntities.of(id).stream()
        .filter(entity -> entity.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  public void switchOff(String kind) {
    StoreEntityRow entity = entity(kind);
    engine.storeEntities.change(entity.id(), false, entity.maxFailedAttempts(), entity.version());
  }

  // --- prepare ---

  /** Starts to prepare entities together. */
  public List<Long> startPrepare(PrepareMode mode, DateRange range, String... kinds)
      throws PrepareRefused {
    return start(mode, range, false, kinds);
  }

  public List<Long> startPrepareAndProcess(PrepareMode mode, String... kinds)
      throws PrepareRefused {
    return start(mode, DateRange.open(), true, kinds);
  }

  private List<Long> start(PrepareMode mode, DateRange range, boolean thenProcess, String... kinds)
      throws PrepareRefused {
    List<Long> entities = Arrays.stream(kinds).map(kind -> entity(kind).id()).toList();
    return engine.planner.start(
        new PrepareRequest(id, entities, mode, range, thenProcess),
        TESTER,
        Locale.ENGLISH,
        ZoneOffset.UTC);
  }

  /** Prepares entities together and waits for the end. */
  public List<RunRow> prepare(PrepareMode mode, String... kinds) throws PrepareRefused {
    return startPrepare(mode, DateRange.open(), kinds).stream().map(this::awaitEnd).toList();
  }

  public RunRow prepareRange(PrepareMode mode, DateRange range, String kind) throws PrepareRefused {
    return awaitEnd(startPrepare(mode, range, kind).get(0));
  }

  // --- process ---

  /** Starts to process everything of the store that is ready. */
  public long startProcess() {
    return startProcess(ready(), Optional.empty(), false, TESTER);
  }

  public long startProcess(
      RecordFilter filter, Optional<Integer> limit, boolean forced, Starter starter) {
    return engine.processRuns.queue(id, Optional.empty(), filter, limit, forced, starter);
  }

  /** Processes everything of the store that is ready, and waits for the end. */
  public RunRow process() {
    return awaitEnd(startProcess());
  }

  /** The same, the first ones only. */
  public RunRow process(int limit) {
    return awaitEnd(startProcess(ready(), Optional.of(limit), false, TESTER));
  }

  /** Processes these records of the store only. */
  public RunRow processOnly(Long... records) {
    return awaitEnd(
        startProcess(RecordFilter.of(List.of(records)), Optional.empty(), false, TESTER));
  }

  /** Processes the first ones that match. */
  public RunRow processFirst(RecordFilter filter, int limit) {
    return awaitEnd(startProcess(filter, Optional.of(limit), false, TESTER));
  }

  /** What a schedule would do. */
  public RunRow processUnattended() {
    return awaitEnd(startProcessUnattended());
  }

  /** Starts what a schedule would do. */
  public long startProcessUnattended() {
    return startProcess(ready(), Optional.empty(), false, NIGHT);
  }

  /** Sync, whatever the status. */
  public RunRow sync(SyncRecordRow... records) {
    return awaitEnd(startSync(List.of(records)));
  }

  public long startSync(List<SyncRecordRow> records) {
    return startProcess(of(records), Optional.empty(), true, TESTER);
  }

  public void skip(SyncRecordRow... records) {
    engine.actions.perform(RecordCommand.SKIP, of(List.of(records)), Optional.empty());
  }

  private static RecordFilter of(List<SyncRecordRow> records) {
    return RecordFilter.of(records.stream().map(SyncRecordRow::id).toList());
  }

  public static RecordFilter ready() {
    return RecordFilter.all().withStatuses(SyncStatus.readyToProcess());
  }

  // --- runs ---

  public RunRow run(long runId) {
    return engine.runList.find(runId).orElseThrow();
  }

  public RunRow awaitEnd(long runId) {
    return awaitRun(runId, run -> !run.active());
  }

  public RunRow awaitRun(long runId, Predicate<RunRow> condition) {
    return Awaitility.await("run " + runId)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> run(runId), condition);
  }

  /** Waits until a query for a number answers this one. */
  public void awaitNumber(String query, long expected) {
    Awaitility.await(query)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> number(query) == expected);
  }

  public void awaitRecord(String kind, String externalId, SyncStatus status) {
    Awaitility.await(externalId + " becomes " + status)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> status(kind, externalId) == status);
  }

  public boolean stop(long runId) {
    return engine.runs.requestStop(runId);
  }

  // --- records ---

  /** All records of an entity, in the order of their numbers. */
  public List<SyncRecordRow> records(String kind) {
    return engine.records.page(
        RecordFilter.all().withStoreEntity(entity(kind).id()), List.of(), 0, 100_000);
  }

  public SyncRecordRow record(String kind, String externalId) {
    return records(kind).stream()
        .filter(record -> externalId.equals(record.externalId()))
        .findFirst()
        .orElseThrow();
  }

  public SyncStatus status(String kind, String externalId) {
    return record(kind, externalId).status();
  }

  // --- what only a test does ---

  /** The number of a processing run that has ended: nobody will work on it. */
  public long aRunOfNobody() {
    long run = startProcess();
    awaitEnd(run);
    return run;
  }

  /** A number straight from the database. */
  public long number(String query) {
    try (Connection connection = engine.dataSource.getConnection();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A statement straight at the database: what a crash would have left behind. */
  public int sql(String statement) {
    try (Connection connection = engine.dataSource.getConnection();
        Statement sql = connection.createStatement()) {
      return sql.executeUpdate(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
