package org.storesync.unattended;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.storesync.server.ExtendedWar;
import org.storesync.server.ServerSettings;
import org.storesync.server.TestPostgresql;
import org.storesync.server.TestQueries;
import org.storesync.unattended.clock.ClockHand;
import org.storesync.unattended.clock.MovedClock;

/**
 * Lets two nodes, their database and the marketplace live through days: the clock stands until
 * everything that is due is done, and then moves on to whatever is due next.
 */
final class UnattendedDays implements AutoCloseable {

  /** Where the history of the store begins. */
  static final Instant EARLIEST = Instant.parse("2027-01-01T00:00:00Z");

  private static final String STORE = "api/stores/Demo%20Store";

  private static final String TROUBLE = "met trouble with the database and goes on";
  private static final String PREPARING =
      "select w.node from run_worker w join run r on r.id = w.run_id where r.kind = 'PREPARE' and"
          + " w.lease_until >= current_timestamp";
  private static final String WAITS_FOR_THE_ORDERS =
      "select count(*) from pg_locks l join pg_class c on c.oid = l.relation"
          + " where c.relname = 'sales_order' and not l.granted";

  final TestPostgresql postgresql = TestPostgresql.startRestartable();
  final MarketplaceOfDays marketplace;
  final TwoNodes nodes;
  final TestQueries queries;

  private final List<UnattendedSchedule> schedules = UnattendedSchedule.all();
  private final ClockHand hand;
  private Instant now;

  /** Where the clock stood, one instant after the other. */
  private final List<Instant> moments = new ArrayList<>();

  /** Answers that were on their way when their node or the database went away. */
  private int answersLost;

  UnattendedDays(Instant start) {
    this.now = start;
    ServerSettings database = postgresql.newDatabase("days");
    ServerSettings settings =
        ServerSettings.demo("unattended")
            .with(database)
            .withNewSecretKey()
            .with("storesync.http.insecure.allowed", "true");
    Path clockFile = settings.home().resolve("clock");
    hand = new ClockHand(clockFile, start);
    marketplace =
        new MarketplaceOfDays(
            MovedClock.in(clockFile),
            """
            {"mode": "generated", "start": "%s", "days": 3, "ordersPerDay": 60, "badShare": 0.05}
            """
                .formatted(start));
    queries = new TestQueries(database, Patience.LIMIT);
    nodes =
        new TwoNodes(
            "unattended",
            ExtendedWar.write("unattended", MovedClock.class),
            node -> settings.with(MovedClock.FILE, clockFile.toString()));
    connect();
    schedules.forEach(schedule -> nodes.user().post("api/schedules", schedule.definition(true)));
    moments.add(start);
  }

  private void connect() {
    nodes.user().change(STORE, marketplace.connection(", \"earliestOrderDate\": \"2027-01-01\""));
  }

  List<UnattendedSchedule> schedules() {
    return schedules;
  }

  List<Instant> moments() {
    return List.copyOf(moments);
  }

  int answersLost() {
    return answersLost;
  }

  /** Moves from one due instant to the next, up to this one, and waits until all is done. */
  void passUntil(Instant until) {
    while (now.isBefore(until)) {
      moveTo(next(until));
      settle();
    }
  }

  /** The next instant at which a schedule or a waiting run is due. */
  private Instant next(Instant atMost) {
    return Stream.of(nextOfSchedules(atMost), nextOfRuns())
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .filter(due -> due.isBefore(atMost))
        .orElse(atMost);
  }

  private Optional<Instant> nextOfSchedules(Instant atMost) {
    return schedules.stream()
        .map(schedule -> schedule.due().between(now, atMost))
        .flatMap(Collection::stream)
        .min(Instant::compareTo);
  }

  private Optional<Instant> nextOfRuns() {
    return queries
        .texts(
            "select cast(extract(epoch from min(due_at)) * 1000000 as bigint) from run where state"
                + " in ('QUEUED', 'RUNNING') and due_at > "
                + sql(now))
        .stream()
        .filter(micros -> micros != null)
        .map(micros -> Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS))
        .findFirst();
  }

  private void moveTo(Instant instant) {
    now = instant;
    moments.add(instant);
    hand.moveTo(instant);
  }

  /** Waits until nothing is due any more: all has ended, or waits for a later instant. */
  private void settle() {
    queries.awaitAtLeast(1, nothingDueBut("0"));
  }

  private String nothingDueBut(String run) {
    return "select count(*) where not exists (select 1 from sync_schedule where next_at <= "
        + sql(now)
        + ") and not exists (select 1 from run where state in ('QUEUED', 'RUNNING') and due_at <= "
        + sql(now)
        + " and leader_id <> "
        + run
        + ")";
  }

  private static String sql(Instant instant) {
    return "timestamp with time zone '" + instant + "'";
  }

  /** The node that waits for the marketplace's answer is killed; the other one goes on. */
  void killANodeThatPrepares(Instant at) {
    passUntil(at.minus(1, ChronoUnit.MINUTES));
    HeldAnswer held = marketplace.holdNextSearch();
    moveTo(at);
    held.awaitRequest();
    nodes.kill(queries.texts(PREPARING).get(0));
    answersLost++;
    held.release();
    settle();
  }

  /** Amazon answers 503 for a while. */
  void failTheMarketplace(Instant from, Duration lasts) {
    passUntil(from);
    marketplace.fail();
    passUntil(from.plus(lasts));
    marketplace.recover();
  }

  /**
   * The clock goes on by forty minutes at once, as if all servers had been suspended, while a run
   * waits for an answer.
   *
   * @return whether the same worker kept the run to its end
   */
  boolean moveTheClockUnderARunAtWork(Instant at) {
    passUntil(at.minus(1, ChronoUnit.MINUTES));
    HeldAnswer held = marketplace.holdNextSearch();
    moveTo(at);
    held.awaitRequest();
    String worker = queries.texts(workers("w.id")).get(0);
    String run = queries.texts(workers("w.run_id")).get(0);
    queries.awaitAtLeast(1, nothingDueBut(run));
    moveTo(at.plus(40, ChronoUnit.MINUTES));
    queries.awaitAtLeast(1, nothingDueBut(run));
    boolean heldBefore = queries.texts(workers("w.id")).equals(List.of(worker));
    held.release();
    settle();
    return heldBefore
        && queries.number("select count(*) from run where state = 'SUCCEEDED' and id = " + run)
            == 1;
  }

  private static String workers(String column) {
    return PREPARING.replace("w.node", column);
  }

  /** The database goes away while a run waits for an answer, and comes back. */
  void restartTheDatabase(Instant at) {
    passUntil(at.minus(1, ChronoUnit.MINUTES));
    nodes.awaitBoth();
    HeldAnswer held = marketplace.holdNextSearch();
    moveTo(at);
    held.awaitRequest();
    postgresql.stop();
    answersLost++;
    held.release();
    Awaitility.await("a node that misses the database")
        .atMost(Patience.LIMIT)
        .until(() -> nodes.log().contains(TROUBLE));
    postgresql.startAgain();
    settle();
  }

  /** The node that is about to write orders is killed; the other one goes on. */
  void killANodeThatProcesses(Instant from) {
    passUntil(from);
    nodes.awaitBoth();
    boolean killed = false;
    while (!killed) {
      Instant next = next(from.plus(1, ChronoUnit.DAYS));
      killed = killedWhileWriting(next);
    }
  }

  private boolean killedWhileWriting(Instant at) {
    boolean writes;
    try (Connection connection = queries.connection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table sales_order in share row exclusive mode");
      moveTo(at);
      writes = writesOrders();
      if (writes) {
        nodes.kill(
            queries
                .texts(
                    "select w.node from run_worker w join run r on r.id = w.run_id where r.kind ="
                        + " 'PROCESS' and exists (select 1 from record_claim s where s.claim like r.id"
                        + " || ':' || w.id || '%')")
                .get(0));
      }
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    settle();
    return writes;
  }

  /** Whether an order waits to be written, and nothing is prepared any more. */
  private boolean writesOrders() {
    Awaitility.await("processing, or its end")
        .atMost(Patience.LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                queries.number(nothingDueBut("0")) == 1
                    || queries.texts(PREPARING).isEmpty()
                        && queries.number(nothingDueButProcessing()) == 1
                        && queries.number(WAITS_FOR_THE_ORDERS) > 0);
    return queries.number(WAITS_FOR_THE_ORDERS) > 0;
  }

  private String nothingDueButProcessing() {
    return nothingDueBut("0").replace("leader_id <> 0", "kind = 'PREPARE'");
  }

  /** Ends the preparing, and lets what was prepared last be processed. */
  void end(Instant at) {
    passUntil(at.minus(1, ChronoUnit.MINUTES));
    nodes.awaitBoth();
    UnattendedSchedule preparing =
        schedules.stream()
            .filter(schedule -> schedule.name().equals(UnattendedSchedule.EVERY_TEN_MINUTES))
            .findFirst()
            .orElseThrow();
    nodes
        .user()
        .change(
            "api/schedules/"
                + queries.number(
                    "select id from sync_schedule where name = '" + preparing.name() + "'"),
            preparing.definition(false));
    passUntil(at);
  }

  /** The marketplace's orders as they were when they were read last; the nodes are gone. */
  void lookBackAt(Instant instant) {
    nodes.close();
    hand.moveTo(instant);
  }

  @Override
  public void close() {
    nodes.close();
    marketplace.close();
    postgresql.close();
  }
}
