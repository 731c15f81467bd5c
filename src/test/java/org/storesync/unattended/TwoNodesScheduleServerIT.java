package org.storesync.unattended;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.storesync.server.ExtendedWar;
import org.storesync.server.ServerSettings;
import org.storesync.server.TestPostgresql;
import org.storesync.server.TestQueries;
import org.storesync.unattended.clock.ClockHand;
import org.storesync.unattended.clock.MovedClock;

/**
 * Two nodes on one PostgreSQL, and a schedule that is due each minute: the node that works is
 * killed in the middle, and the other one goes on. The minutes are those of a clock that is moved;
 * how long a dead node is waited for is real.
 */
@Tag("servers")
class TwoNodesScheduleServerIT {

  /** How long a run may be left alone when its node dies. */
  private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(30);

  private static final String EACH_MINUTE =
      """
      {"name": "Each minute", "store": "Demo Store", "active": true, "action": "PREPARE_AND_PROCESS",
       "mode": "INCREMENTAL", "rhythm": "EVERY_MINUTES 1"}
      """;
  private static final int PAGES_BEFORE = 3;
  private static final String EXECUTIONS = "select count(*) from schedule_run";

  private TestPostgresql postgresql;
  private TestQueries queries;
  private MarketplaceOfDays marketplace;
  private TwoNodes nodes;
  private ClockHand hand;
  private Instant now = Instant.parse("2027-05-10T09:00:00Z");

  @BeforeEach
  void two_nodes_and_a_marketplace() {
    postgresql = TestPostgresql.start();
    ServerSettings database = postgresql.newDatabase("two_nodes");
    queries = new TestQueries(database, Patience.LIMIT);
    // One key for the secrets of both.
    ServerSettings settings =
        ServerSettings.demo("nodes")
            .with(database)
            .withNewSecretKey()
            .with("storesync.http.insecure.allowed", "true");
    Path clock = settings.home().resolve("clock");
    hand = new ClockHand(clock, now);
    marketplace =
        new MarketplaceOfDays(
            MovedClock.in(clock),
            """
            {"mode": "generated", "start": "%s", "days": 60, "ordersPerDay": 20}
            """
                .formatted(now));
    nodes =
        new TwoNodes(
            "nodes",
            ExtendedWar.write("nodes", MovedClock.class),
            node -> settings.with(MovedClock.FILE, clock.toString()));
    nodes.user().change("api/stores/Demo%20Store", marketplace.connection(""));
  }

  @AfterEach
  void close() {
    nodes.close();
    marketplace.close();
    postgresql.close();
  }

  @Test
  void a_run_of_a_killed_node_is_taken_over_and_each_execution_happens_once() {
    nodes.user().post("api/schedules", EACH_MINUTE);
    HeldAnswer held = marketplace.holdNextSearch();
    passMinute(1);
    for (int page = 1; page <= PAGES_BEFORE; page++) {
      held.awaitRequest();
      HeldAnswer next = marketplace.holdNextSearch();
      held.release();
      held = next;
    }
    held.awaitRequest();
    queries.awaitAtLeast(PAGES_BEFORE, "select max(pages) from run");
    passMinute(2);

    String worker = queries.texts("select node from run_worker").get(0);
    String survivor = worker.equals("one") ? "two" : "one";
    long fetched =
        queries.number("select fetched from run where state = 'RUNNING' order by id limit 1");
    HeldAnswer survivors = marketplace.holdNextSearch();
    nodes.lose(worker);
    Instant killed = Instant.now();
    held.release();
    passMinute(3);
    assertThat(queries.texts("select outcome from schedule_run order by planned_for"))
        .as("a run is left alone")
        .containsExactly("RUNNING", "PASSED_OVER", "PASSED_OVER");
    queries.awaitAtLeast(1, "select count(*) from run_worker where node = '" + survivor + "'");
    assertThat(Duration.between(killed, Instant.now())).isLessThan(TAKEN_OVER_WITHIN);
    survivors.release();
    queries.awaitAtLeast(1, EXECUTIONS + " where outcome = 'SUCCEEDED'");

    // At the checkpoint: what had been read was not read again.
    assertThat(queries.number("select min(fetched) from run where kind = 'PREPARE'"))
        .isGreaterThan(fetched);
    assertThat(queries.number("select count(*) from run where continues_run is not null")).isZero();
    passMinute(4);
    queries.awaitAtLeast(2, EXECUTIONS + " where outcome = 'SUCCEEDED'");
    queries.awaitAtLeast(2, EXECUTIONS + " where node = '" + survivor + "'");
    assertEachExecutionOnce();
  }

  /**
   * @param executions begun or passed over by then
   */
  private void passMinute(int executions) {
    now = now.plus(1, ChronoUnit.MINUTES);
    hand.moveTo(now);
    queries.awaitAtLeast(executions, EXECUTIONS);
  }

  /** Planned instants lie a minute apart without a hole, but for those that were missed. */
  private void assertEachExecutionOnce() {
    assertThat(
            queries.number(
                "select count(*) from (select planned_for, missed, lag(planned_for) over (order by"
                    + " planned_for) as before from schedule_run) e where planned_for - before <>"
                    + " (missed + 1) * interval '1' minute"))
        .as("executions that were left out or came twice")
        .isZero();
    assertThat(
            queries.number(
                "select count(*) from schedule_run e where outcome <> 'PASSED_OVER' and (select"
                    + " count(*) from schedule_run_started s where s.execution_id = e.id) <> 2"))
        .as("executions that did not start one run for each entity")
        .isZero();
    assertThat(queries.number("select count(*) from run where kind = 'PREPARE'"))
        .isEqualTo(queries.number("select count(*) from schedule_run_started"));
    assertThat(
            queries.number(
                "select count(*) from (select amazon_order_id from sales_order group by"
                    + " amazon_order_id having count(*) > 1) twice"))
        .isZero();
  }
}
