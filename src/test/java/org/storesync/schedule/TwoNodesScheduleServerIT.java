package org.storesync.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;
import org.storesync.server.TestPostgresql;

/**
 * Two nodes on one PostgreSQL, and a schedule that is due each minute: the node that works is
 * killed in the middle, and the other one goes on.
 */
@Tag("servers")
class TwoNodesScheduleServerIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** How long a run may be left alone when its node dies. */
  private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(30);

  private Map<String, String> database;

  @Test
  void a_run_of_a_killed_node_is_taken_over_and_each_execution_happens_once() throws Exception {
    try (TestPostgresql postgresql = TestPostgresql.start()) {
      ServerSettings shared = postgresql.newDatabase("two_nodes");
      database = shared.values();
      // One key for the secrets of both.
      ServerSettings settings =
          ServerSettings.demo("nodes")
              .with(shared)
              .withNewSecretKey()
              .with("storesync.demo.quota.factor", "1000");
      try (RunningServer first = node("first", settings);
          RunningServer second = node("second", settings)) {
        slowDown(first);
        slowDown(second);
        addScheduleThatIsDue();

        awaitNumber("select max(pages) from run", 4);
        String worker = text("select node from run_worker fetch first row only");
        long fetched =
            number("select fetched from run where state = 'RUNNING' order by id limit 1");
        (worker.equals("first") ? first : second).kill();
        Instant killed = Instant.now();

        String survivor = worker.equals("first") ? "second" : "first";
        awaitNumber("select count(*) from run_worker where node = '" + survivor + "'", 1);
        assertThat(Duration.between(killed, Instant.now())).isLessThan(TAKEN_OVER_WITHIN);
        awaitNumber("select count(*) from schedule_run where outcome = 'SUCCEEDED'", 1);

        // At the checkpoint: what had been read was not read again.
        assertThat(number("select min(fetched) from run where kind = 'PREPARE'"))
            .isGreaterThan(fetched);
        assertThat(number("select count(*) from run where continues_run is not null")).isZero();
        awaitNumber("select count(*) from schedule_run where node = '" + survivor + "'", 2);
        assertEachExecutionOnce();
      }
    }
  }

  /** Planned instants lie a minute apart without a hole, but for those that were missed. */
  private void assertEachExecutionOnce() {
    assertThat(
            number(
                "select count(*) from (select planned_for, missed, lag(planned_for) over (order by"
                    + " planned_for) as before from schedule_run) e where planned_for - before <>"
                    + " (missed + 1) * interval '1' minute"))
        .as("executions that were left out or came twice")
        .isZero();
    assertThat(
            number(
                "select count(*) from schedule_run e where outcome <> 'PASSED_OVER' and (select"
                    + " count(*) from schedule_run_started s where s.execution_id = e.id) <> 2"))
        .as("executions that did not start one run for each entity")
        .isZero();
    assertThat(number("select count(*) from run where kind = 'PREPARE'"))
        .isEqualTo(number("select count(*) from schedule_run_started"));
    assertThat(
            number(
                "select count(*) from (select amazon_order_id from sales_order group by"
                    + " amazon_order_id having count(*) > 1) twice"))
        .isZero();
  }

  private static RunningServer node(String name, ServerSettings settings) {
    return RunningServer.start("schedule-" + name, settings.with("storesync.node", name));
  }

  /** Lets the marketplace that a node asks answer late, so that there is a middle. */
  private static void slowDown(RunningServer node) throws Exception {
    String fault =
        """
        {"kind": "SLOW", "operation": "searchOrders", "answers": 100, "after": 0, "delayMillis": 1500}
        """;
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        node.address().resolve("/simulator/control/faults?seller=seller"))
                    .header("x-control-key", ServerSettings.DEMO_CONTROL_KEY)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(fault))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private void addScheduleThatIsDue() {
    execute(
        """
        insert into sync_schedule (id, name, name_key, active, action, store_id, mode, rhythm,
          zone, next_at, stop_after, failures_in_a_row, created_at, changed_at, revision, version)
        select 1, 'each minute', 'each minute', true, 'PREPARE_AND_PROCESS', id, 'INCREMENTAL',
          'EVERY_MINUTES 1', 'UTC', date_trunc('minute', now()), 3, 0, now(), now(), 1, 1
        from store
        """);
  }

  private void awaitNumber(String query, long atLeast) {
    Awaitility.await(query)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> number(query) >= atLeast);
  }

  private long number(String query) {
    return Long.parseLong(text("select coalesce((" + query + "), 0)"));
  }

  private String text(String query) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  private void execute(String sql) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(
        database.get("storesync.db.url"),
        database.get("storesync.db.user"),
        database.get("storesync.db.password"));
  }
}
