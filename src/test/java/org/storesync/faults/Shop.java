package org.storesync.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import org.awaitility.Awaitility;
import org.storesync.server.MarketplaceServer;
import org.storesync.server.OrdersByFate;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;
import org.storesync.server.SimulatedAccount;
import org.storesync.server.TestPostgresql;
import org.storesync.server.TestQueries;
import org.storesync.server.TokenUser;

/**
 * One seller's shop: servers on one database that may die, and a marketplace that outlives them.
 * What should have become of its orders is asked of the marketplace, what has become of them of the
 * books.
 */
final class Shop implements AutoCloseable {

  /** The orders come from so many days. */
  static final int DAYS = 200;

  /** The marketplace does not tell yet what changed just now. */
  static final Duration LAG = Duration.ofMinutes(3);

  private static final double BAD_SHARE = 0.01;
  private static final Duration POLL = Duration.ofMillis(50);

  /** As the server has it below its home; here to look into it when no server does. */
  private static final String H2 =
      "jdbc:h2:file:%s/database/storesync;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  private final String name;
  private final MarketplaceServer marketplace = new MarketplaceServer();
  private final Map<String, RunningServer> nodes = new HashMap<>();
  private final TestPostgresql postgresql;
  private final ServerSettings settings;
  private final Instant opened = Instant.now();
  private int starts;

  private Shop(String name, TestPostgresql postgresql, ServerSettings database) {
    this.name = name;
    this.postgresql = postgresql;
    this.settings =
        ServerSettings.demo(name).with("storesync.http.insecure.allowed", "true").with(database);
  }

  /**
   * Opens one that has no orders and no server yet.
   *
   * @param name of its folders and logs
   */
  static Shop on(Database database, String name) {
    return switch (database) {
      case H2 -> new Shop(name + "-h2", null, ServerSettings.none());
      case POSTGRESQL -> on(TestPostgresql.startRestartable(), name);
    };
  }

  /** The same on a PostgreSQL of the test's own; closed with the shop. */
  static Shop on(TestPostgresql postgresql, String name) {
    return new Shop(
        name + "-postgresql", postgresql, postgresql.newDatabase("shop").withNewSecretKey());
  }

  /** Lets the marketplace have these orders, one of a hundred bad. */
  OrdersByFate receive(int orders) {
    account().declareSteady(DAYS, orders / DAYS, BAD_SHARE);
    OrdersByFate received = account().orders(Instant.now().minus(LAG));
    account().forgetRequests();
    assertThat(received.total()).isEqualTo(orders);
    assertThat(received.bad()).isNotEmpty();
    return received;
  }

  SimulatedAccount account() {
    return marketplace.account();
  }

  TestPostgresql postgresql() {
    return postgresql;
  }

  // --- servers ---

  TokenUser start(String node) {
    return start(node, ServerSettings.none());
  }

  /**
   * Starts a server, which stands in no other's place.
   *
   * @param more settings of this node
   */
  TokenUser start(String node, ServerSettings more) {
    starts++;
    RunningServer server =
        RunningServer.start(
            "%s-%s-%d".formatted(name, node, starts),
            settings.with("storesync.node", node).with(more));
    nodes.put(node, server);
    TokenUser user = new TokenUser(server);
    if (starts == 1) {
      user.connectTo(marketplace.address());
    }
    return user;
  }

  RunningServer server(String node) {
    return nodes.get(node);
  }

  /**
   * Ends a server as a power cut would.
   *
   * @return what it had printed
   */
  String kill(String node) {
    RunningServer server = nodes.remove(node);
    server.kill();
    return server.log();
  }

  /** Ends all servers in order. */
  void stop() {
    nodes.values().forEach(RunningServer::stop);
    nodes.clear();
  }

  // --- work ---

  /** Orders that were read so far. */
  static long fetched(TokenUser user) {
    return sum(user, "PREPARE", "fetched");
  }

  /** Records that have an outcome so far, of all process runs together. */
  static long processed(TokenUser user) {
    return sum(user, "PROCESS", "processed", "failed");
  }

  private static long sum(TokenUser user, String kind, String... counts) {
    return user.runs().stream()
        .filter(run -> run.getString("kind").equals(kind))
        .map(run -> run.getJsonObject("counts"))
        .mapToLong(run -> List.of(counts).stream().mapToLong(count -> run.getInt(count)).sum())
        .sum();
  }

  static void awaitAtLeast(long atLeast, ToLongFunction<TokenUser> progress, TokenUser user) {
    await("a progress of " + atLeast, () -> progress.applyAsLong(user) >= atLeast);
  }

  /** Waits until no run is queued or at work. */
  static void awaitEnd(TokenUser user) {
    await(
        "the end of all runs",
        () -> user.runs().stream().noneMatch(run -> run.getString("finished", "").isEmpty()));
  }

  /** Waits until all runs have ended, each with success. */
  static void awaitSuccess(TokenUser user) {
    awaitEnd(user);
    assertThat(user.runs())
        .isNotEmpty()
        .extracting(run -> run.getString("state") + " " + run.getString("message", ""))
        .allMatch(run -> run.startsWith("SUCCEEDED"));
  }

  static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what)
        .atMost(Extent.PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .until(condition);
  }

  /** Lets time pass. */
  static void pass(Duration time) {
    Awaitility.await().pollDelay(time).atMost(time.plus(Extent.PATIENCE)).until(() -> true);
  }

  // --- books ---

  /** Looks into the database; on H2 only while no server runs. */
  TestQueries books() {
    ServerSettings database =
        postgresql == null
            ? ServerSettings.none()
                .with("storesync.db.url", H2.formatted(settings.home()))
                .with("storesync.db.user", "")
                .with("storesync.db.password", "")
            : settings;
    return new TestQueries(database, Extent.PATIENCE);
  }

  /**
   * Fails unless every order met its fate exactly once: the good ones stand in the books, the bad
   * ones say why they do not.
   *
   * @param badStatus what the bad ones are
   * @param attempts how often those were tried
   */
  void check(OrdersByFate orders, String badStatus, int attempts) {
    TestQueries books = books();
    same(
        "documents of the books",
        books.texts("select amazon_order_id from sales_order"),
        orders.good());
    same("records Processed", records(books, "PROCESSED"), orders.good());
    same("records " + badStatus, records(books, badStatus), orders.bad());
    same("records Filtered", records(books, "FILTERED"), orders.filtered());
    assertThat(books.number("select count(*) from sync_record"))
        .as("records of all orders")
        .isEqualTo(orders.total());
    assertThat(
            books.texts(
                "select distinct last_message from sync_record where status = '" + badStatus + "'"))
        .as("reasons of bad orders")
        .isNotEmpty()
        .allSatisfy(reason -> assertThat(reason).contains("UNKNOWN"));
    assertThat(books.number(triedOtherThan("PROCESSED", 1))).as("good, not tried once").isZero();
    assertThat(books.number(triedOtherThan(badStatus, attempts)))
        .as("bad, not tried %d times", attempts)
        .isZero();
    assertThat(
            books.number(
                "select sum(selected - processed - failed - aborted - passed_over) from run where kind ="
                    + " 'PROCESS'"))
        .as("records that a run has no outcome of")
        .isZero();
    assertThat(books.number("select count(*) from run_record")).as("left to be done").isZero();
    System.out.printf(
        "%s: %,d booked once, %,d %s with their reason, %,d Filtered; %d starts, %s since the first%n",
        name,
        orders.good().size(),
        orders.bad().size(),
        badStatus,
        orders.filtered().size(),
        starts,
        Duration.between(opened, Instant.now()).truncatedTo(ChronoUnit.SECONDS));
  }

  private static List<String> records(TestQueries books, String status) {
    return books.texts("select external_id from sync_record where status = '" + status + "'");
  }

  private static String triedOtherThan(String status, int times) {
    return "select count(*) from sync_record r where r.status = '%s' and %d <> (select count(*) from sync_attempt a where a.record_id = r.id)"
        .formatted(status, times);
  }

  /** In time that grows with the lists, not with their square. */
  static void same(String what, List<String> found, List<String> expected) {
    assertThat(new HashSet<>(found)).as(what + ", each once").hasSameSizeAs(found);
    assertThat(without(expected, found)).as(what + ": missing").isEmpty();
    assertThat(without(found, expected)).as(what + ": too many").isEmpty();
  }

  private static List<String> without(Collection<String> all, Collection<String> some) {
    Set<String> left = new HashSet<>(all);
    left.removeAll(new HashSet<>(some));
    return new ArrayList<>(left);
  }

  /**
   * Fails unless the marketplace gave every page, and none twice but for those in work when
   * something failed.
   */
  void checkPages(int again) {
    List<String> given = account().pagesGiven();
    long needed = books().number("select max(pages) from run where kind = 'PREPARE'");
    assertThat((long) new HashSet<>(given).size())
        .as("different pages that were given")
        .isEqualTo(needed);
    assertThat((long) given.size()).as("pages that were given").isBetween(needed, needed + again);
  }

  @Override
  public void close() {
    nodes.values().forEach(RunningServer::close);
    marketplace.close();
    if (postgresql != null) {
      postgresql.close();
    }
  }
}
