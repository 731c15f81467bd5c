package org.storesync.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.storesync.server.ProcessingGate;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;
import org.storesync.server.TestPostgresql;
import org.storesync.server.TestQueries;
import org.storesync.server.TokenUser;

/**
 * Servers that are stopped in order (SIGTERM) in the middle of runs: they hand over within seconds,
 * and nothing is lost, done twice or asked of the marketplace again.
 */
@Tag("servers")
class RollingRestartServerIT {

  /** A process manager that is patient kills after 30 seconds, an impatient one after 10. */
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(25);

  private static final String AT_WORK =
      "select node from run_worker order by id fetch first row only";

  /** The most records that a node takes at once. */
  private static final long CHUNK = 500;

  private TestPostgresql postgresql;
  private TestQueries queries;
  private ServerSettings settings;
  private final Map<String, RunningServer> nodes = new ConcurrentHashMap<>();

  @BeforeEach
  void empty_database() {
    postgresql = TestPostgresql.start();
    ServerSettings database = postgresql.newDatabase("rolling");
    queries = new TestQueries(database, Duration.ofMinutes(3));
    settings =
        ServerSettings.demo("rolling")
            .with(database)
            .withNewSecretKey()
            .with("storesync.workers", "1")
            .withAmpleQuota();
  }

  @AfterEach
  void stop() {
    nodes.values().forEach(RunningServer::close);
    postgresql.close();
  }

  private TokenUser start(String node) {
    nodes.put(node, RunningServer.start("rolling-" + node, settings.with("storesync.node", node)));
    return new TokenUser(nodes.get(node));
  }

  private List<TokenUser> startTogether(String... names) {
    List<CompletableFuture<TokenUser>> starting =
        Stream.of(names).map(node -> CompletableFuture.supplyAsync(() -> start(node))).toList();
    return starting.stream().map(CompletableFuture::join).toList();
  }

  /** Stops a node in order and looks at what it leaves behind. */
  private void stop(String node) {
    assertHandedOver(node, nodes.remove(node).stop());
  }

  /** Stops a node in order that waits at the gate with its second chunk. */
  private void stopAt(ProcessingGate gate, String node) {
    Duration took = nodes.remove(node).stopHeld(gate::open);

    assertHandedOver(node, took);
    assertThat(queries.number("select count(*) from sync_attempt where node = '" + node + "'"))
        .as("records that the node processed: two chunks, and none after it was stopped")
        .isBetween(1L, 2 * CHUNK);
  }

  private void assertHandedOver(String node, Duration took) {
    assertThat(took).isLessThan(ENDS_WITHIN);
    assertThat(queries.number("select count(*) from run_worker where node = '" + node + "'"))
        .as("runs that the node still holds")
        .isZero();
    assertThat(
            queries.number(
                "select count(*) from server_node where left_at is not null and name = '"
                    + node
                    + "'"))
        .as("the node has told that it left")
        .isEqualTo(1);
  }

  @Test
  void a_rolling_restart_of_two_nodes_loses_no_run() {
    // So many that neither stage is through when its node is stopped.
    settings = settings.with("storesync.demo.orders.per.day", "50");
    startTogether("one", "two").forEach(user -> user.slowDown(500));
    new TokenUser(nodes.get("one")).prepareAll();
    queries.awaitAtLeast(2, "select max(pages) from run");
    String preparing = queries.texts(AT_WORK).get(0);
    String other = preparing.equals("one") ? "two" : "one";

    stop(preparing);
    long pages = queries.number("select max(pages) from run");
    queries.awaitAtLeast(1, "select count(*) from run_worker where node = '" + other + "'");
    new TokenUser(nodes.get(other)).speedUp();
    queries.awaitAtLeast(2, "select count(*) from run where state = 'SUCCEEDED'");
    assertThat(queries.number("select max(pages) from run")).isGreaterThan(pages);
    assertNothingWasReadTwice();

    start(preparing);
    try (ProcessingGate gate = ProcessingGate.closedIn(queries)) {
      new TokenUser(nodes.get(preparing)).processAll();
      queries.awaitAtLeast(2, "select count(distinct node) from sync_attempt");
      stopAt(gate, other);
    }
    queries.awaitAtLeast(3, "select count(*) from run where state = 'SUCCEEDED'");
    assertEverythingWasProcessedOnce();
  }

  @Test
  void a_single_server_goes_on_with_its_runs_when_it_starts_again() {
    // More than two chunks.
    settings = settings.with("storesync.demo.orders.per.day", "20");
    TokenUser user = start("alone");
    user.slowDown(1_500);
    user.prepareAll();
    queries.awaitAtLeast(2, "select max(pages) from run");
    stop("alone");
    assertThat(queries.number("select count(*) from run where state = 'RUNNING'")).isEqualTo(2);

    user = start("alone");
    queries.awaitAtLeast(2, "select count(*) from run where state = 'SUCCEEDED'");
    assertNothingWasReadTwice();

    try (ProcessingGate gate = ProcessingGate.closedIn(queries)) {
      user.processAll();
      queries.awaitAtLeast(1, "select count(*) from sync_attempt");
      stopAt(gate, "alone");
    }
    assertThat(queries.number("select count(*) from run where state = 'RUNNING'"))
        .as("the stop came in the middle")
        .isEqualTo(1);
    assertThat(queries.number("select count(*) from record_claim"))
        .as("records that are still claimed")
        .isZero();

    start("alone");
    queries.awaitAtLeast(3, "select count(*) from run where state = 'SUCCEEDED'");
    assertEverythingWasProcessedOnce();
  }

  /** Each order that was fetched is one record of one of the two entities that share the read. */
  private void assertNothingWasReadTwice() {
    assertThat(queries.number("select sum(fetched) from run where kind = 'PREPARE'"))
        .as("orders read, against records made of them")
        .isEqualTo(queries.number("select count(*) from sync_record"));
    assertThat(queries.number("select count(*) from run where continues_run is not null")).isZero();
  }

  private void assertEverythingWasProcessedOnce() {
    assertThat(queries.number("select count(*) from run where state <> 'SUCCEEDED'")).isZero();
    assertThat(queries.number("select count(*) from sync_record where status = 'PREPARED'"))
        .as("records that were left out")
        .isZero();
    assertThat(
            queries.number(
                "select count(*) from (select record_id from sync_attempt group by record_id"
                    + " having count(*) > 1) twice"))
        .as("records that were tried twice")
        .isZero();
    assertThat(
            queries.number(
                "select count(*) from (select amazon_order_id from sales_order group by"
                    + " amazon_order_id having count(*) > 1) twice"))
        .isZero();
    assertThat(
            queries.number(
                "select sum(selected - processed - failed - passed_over) from run where kind ="
                    + " 'PROCESS'"))
        .as("records that the run has no outcome of")
        .isZero();
  }
}
