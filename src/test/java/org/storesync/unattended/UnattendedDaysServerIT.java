package org.storesync.unattended;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.storesync.server.TestQueries;

/**
 * Days without anybody there: two real nodes on one PostgreSQL, schedules every few minutes, and
 * what befalls servers. Each execution happens exactly once, as the marketplace's log of requests
 * and the documents of the back office tell.
 */
@Tag("servers")
class UnattendedDaysServerIT {

  private static final Logger LOG = Logger.getLogger(UnattendedDaysServerIT.class.getName());
  private static final String NIGHTLY = "Orders of a day";

  private static final List<Duration> BACK_OFF =
      Stream.of(1, 5, 25, 120).map(Duration::ofMinutes).toList();

  private final SimulatedDays plan = SimulatedDays.asked();
  private UnattendedDays days;
  private TestQueries queries;

  @BeforeEach
  void begin() {
    days = new UnattendedDays(plan.start());
    queries = days.queries;
  }

  @AfterEach
  void close() {
    days.close();
  }

  @Test
  void each_execution_happens_exactly_once_whatever_befalls_the_servers() {
    days.killANodeThatPrepares(plan.killedWhilePreparing());
    days.failTheMarketplace(plan.outage(), plan.outageLasts());
    plan.suspended()
        .ifPresent(
            at ->
                assertThat(days.moveTheClockUnderARunAtWork(at))
                    .as("the worker keeps its run, however far the clock is moved")
                    .isTrue());
    days.restartTheDatabase(plan.databaseRestarted());
    plan.killedWhileProcessing().ifPresent(days::killANodeThatProcesses);
    days.end(plan.end());

    assertEachExecutionHappenedOnce();
    assertEachExecutionStartedItsRunsOnce();
    assertEachWindowWasReadOnce();
    assertNothingIsLeftOver();
    assertEachOrderIsOneDocument();
    assertFailedRecordsWaitedForTheirTurns();
    LOG.info(this::summary);
  }

  private String summary() {
    return "%d executions (%d passed over), %d runs, %d searches (%d without an answer, %d answers lost), %d orders, %d attempts"
        .formatted(
            executions("").size(),
            executions("and e.outcome = 'PASSED_OVER'").size(),
            queries.number("select count(*) from run"),
            days.marketplace.searches().size(),
            days.marketplace.searches().stream()
                .filter(search -> search.getInt("status") != 200)
                .count(),
            days.answersLost(),
            queries.number("select count(*) from sales_order"),
            queries.number("select count(*) from sync_attempt"));
  }

  private void assertEachExecutionHappenedOnce() {
    queries.awaitAtLeast(
        1,
        "select count(*) where not exists (select 1 from schedule_run where outcome = 'RUNNING')");
    List<Execution> expected =
        days.schedules().stream()
            .flatMap(schedule -> Execution.expected(schedule, days.moments()).stream())
            .filter(this::beforePreparingWasSwitchedOff)
            .sorted()
            .toList();

    assertThat(executions("")).as("executions").isEqualTo(expected);
    assertThat(executions("and e.outcome = 'PASSED_OVER'"))
        .as("passed over: only while Amazon was down, or a run waited for its answer")
        .allMatch(this::mayBePassedOver);
    assertThat(queries.texts("select distinct outcome from schedule_run order by 1"))
        .containsExactly("PASSED_OVER", "SUCCEEDED");
    assertThat(queries.texts("select distinct node from schedule_run order by 1"))
        .as("nodes that executed")
        .isEqualTo(TwoNodes.NAMES);
  }

  private boolean beforePreparingWasSwitchedOff(Execution execution) {
    return !isEveryTenMinutes(execution) || execution.plannedFor().isBefore(plan.end());
  }

  private static boolean isEveryTenMinutes(Execution execution) {
    return execution.schedule().equals(UnattendedSchedule.EVERY_TEN_MINUTES);
  }

  private boolean mayBePassedOver(Execution execution) {
    Instant planned = execution.plannedFor();
    // The last try of a run that waits comes at most a quarter of an hour later.
    boolean outage =
        planned.isAfter(plan.outage())
            && planned.isBefore(plan.outageEnds().plus(Duration.ofMinutes(16)));
    boolean suspended = plan.suspended().filter(at -> execution.missed() > 0).isPresent();
    return isEveryTenMinutes(execution) && (outage || suspended);
  }

  private List<Execution> executions(String condition) {
    return queries
        .texts(
            "select s.name || '|' || "
                + micros("e.planned_for")
                + " || '|' || "
                + micros("e.fired_at")
                + " || '|' || e.missed from schedule_run e join sync_schedule s on s.id ="
                + " e.schedule_id where 1 = 1 "
                + condition)
        .stream()
        .map(row -> row.split("[|]"))
        .map(
            row ->
                new Execution(row[0], instant(row[1]), instant(row[2]), Integer.parseInt(row[3])))
        .sorted()
        .toList();
  }

  private static String micros(String column) {
    return "cast(extract(epoch from " + column + ") * 1000000 as bigint)";
  }

  private static Instant instant(String micros) {
    return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
  }

  private void assertEachExecutionStartedItsRunsOnce() {
    assertThat(
            queries.number(
                "select count(*) from schedule_run e join sync_schedule s on s.id = e.schedule_id"
                    + " where (select count(*) from schedule_run_started r where r.execution_id ="
                    + " e.id) <> case when e.outcome = 'PASSED_OVER' or e.message is not null then"
                    + " 0 when s.action = 'PREPARE' then 2 else 1 end"))
        .as("executions without exactly their runs")
        .isZero();
    assertThat(queries.number("select count(*) from run"))
        .as("runs, against those that an execution started")
        .isEqualTo(queries.number("select count(distinct run_id) from schedule_run_started"));
    assertThat(queries.number("select count(*) from run where state <> 'SUCCEEDED'")).isZero();
    assertThat(queries.number("select count(*) from run where continues_run is not null")).isZero();
  }

  private void assertEachWindowWasReadOnce() {
    Map<Boolean, List<JsonObject>> searches =
        days.marketplace.searches().stream()
            .collect(Collectors.partitioningBy(line -> line.getInt("status") == 200));
    List<JsonObject> answered = searches.get(true);
    Map<Boolean, List<JsonObject>> pages =
        answered.stream()
            .collect(
                Collectors.partitioningBy(
                    line -> line.getJsonObject("parameters").containsKey("paginationToken")));
    Set<JsonObject> different =
        answered.stream().map(line -> line.getJsonObject("parameters")).collect(Collectors.toSet());

    assertThat(pages.get(false).stream().map(Window::asked).collect(Collectors.toSet()))
        .as("windows that were read")
        .isEqualTo(expectedWindows());
    assertThat(answered.size() - different.size())
        .as(
            "answers that were asked for again, because the first was lost with its node or database")
        .isEqualTo(days.answersLost());
    assertThat(queries.number("select sum(calls) from run"))
        .as("answers that were stored")
        .isEqualTo(different.size());
    assertThat(searches.get(false))
        .as("searches without an answer")
        .isNotEmpty()
        .allMatch(line -> line.getInt("status") == 503)
        .allMatch(line -> !time(line).isBefore(plan.outage()))
        .allMatch(line -> !time(line).isAfter(plan.outageEnds()));
  }

  private static Instant time(JsonObject search) {
    return Instant.parse(search.getString("time"));
  }

  /** One window for each execution that prepares. */
  private Set<Window> expectedWindows() {
    Set<Window> windows = new HashSet<>();
    Window last = null;
    for (Execution execution : executions("and e.outcome <> 'PASSED_OVER'")) {
      Instant fired = execution.firedAt();
      if (isEveryTenMinutes(execution)) {
        last = last == null ? Window.between(UnattendedDays.EARLIEST, fired) : last.next(fired);
        windows.add(last);
      } else if (execution.schedule().startsWith(NIGHTLY)) {
        windows.add(Window.between(fired.minus(Duration.ofDays(1)), fired));
      }
    }
    return windows;
  }

  private void assertNothingIsLeftOver() {
    assertThat(queries.number("select count(*) from system_outage")).as("outages").isZero();
    assertThat(queries.number("select count(*) from run_record")).as("records of runs").isZero();
    assertThat(queries.number("select count(*) from record_claim")).as("records in work").isZero();
    assertThat(queries.number("select count(*) from sync_record where status = 'PREPARED'"))
        .as("records that nobody processed")
        .isZero();
    assertThat(days.nodes.log())
        .as("workers that lost their lease, although they lived")
        .doesNotContain("another worker goes on with it");
  }

  private void assertEachOrderIsOneDocument() {
    days.lookBackAt(lastRead());
    List<MarketplaceOrder> orders =
        days.marketplace.orders().stream().map(MarketplaceOrder::new).toList();
    Map<String, List<String>> documents =
        pairs(
            "select o.amazon_order_id || ' ' || o.status || ' ' || (select sum(l.sku_quantity) from"
                + " sales_order_line l where l.sales_order = o.id) || ' ' || o.total from"
                + " sales_order o");
    Map<String, List<String>> records =
        pairs("select external_id || ' ' || status from sync_record");
    Set<String> references =
        Set.copyOf(
            queries.texts(
                "select item_id from item union select reference_value from item_cross_reference"));

    assertThat(records.keySet())
        .as("orders that have a record")
        .isEqualTo(orders.stream().map(MarketplaceOrder::id).collect(Collectors.toSet()));
    int taken = 0;
    for (MarketplaceOrder order : orders) {
      List<String> found = documents.getOrDefault(order.id(), List.of());
      String status = records.get(order.id()).get(0);
      taken += found.size();
      if (order.cancelled() && !found.isEmpty()) {
        assertThat(found).singleElement().asString().as(order.id()).startsWith("CANCELLED ");
      } else if (order.cancelled() || order.filtered()) {
        assertThat(found).as(order.id()).isEmpty();
        assertThat(status).as(order.id()).isEqualTo("FILTERED");
      } else if (order.refused(references)) {
        assertThat(found).as(order.id()).isEmpty();
        assertThat(status).as(order.id()).isIn("FAILED", "ABORTED");
      } else {
        assertThat(found).as(order.id()).containsExactly(order.document());
        assertThat(status).as(order.id()).isEqualTo("PROCESSED");
      }
    }
    assertThat(taken).as("documents that stand for an order").isEqualTo(documents.size());
    assertThat(
            queries.number(
                "select count(*) from sync_attempt where operation = 'INSERTED_LOCALLY'"))
        .as("how often a document was made")
        .isEqualTo(documents.size());
  }

  /** The last instant that was read from Amazon. */
  private Instant lastRead() {
    return expectedWindows().stream().map(Window::to).max(Comparator.naturalOrder()).orElseThrow();
  }

  private Map<String, List<String>> pairs(String query) {
    return queries.texts(query).stream()
        .map(row -> row.split(" ", 2))
        .collect(
            Collectors.groupingBy(
                row -> row[0], Collectors.mapping(row -> row[1], Collectors.toList())));
  }

  /** After 1, 5, 25 and 120 minutes of the clock that was moved, not earlier. */
  private void assertFailedRecordsWaitedForTheirTurns() {
    Map<String, List<String>> attempts =
        pairs(
            "select a.record_id || ' ' || "
                + micros("a.started_at")
                + " from sync_attempt a join sync_record r on r.id = a.record_id where r.status ="
                + " 'ABORTED' order by a.id");

    assertThat(attempts).isNotEmpty();
    attempts.forEach(
        (record, times) -> {
          List<Instant> last =
              times.subList(times.size() - 5, times.size()).stream()
                  .map(UnattendedDaysServerIT::instant)
                  .toList();
          for (int failures = 1; failures < 5; failures++) {
            assertThat(Duration.between(last.get(failures - 1), last.get(failures)))
                .as("wait of record %s after failure %d", record, failures)
                .isGreaterThanOrEqualTo(BACK_OFF.get(failures - 1));
          }
        });
  }
}
