package org.storesync.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;
import static org.storesync.schedule.ScheduleAction.PREPARE;
import static org.storesync.schedule.ScheduleAction.PREPARE_AND_PROCESS;
import static org.storesync.schedule.ScheduleAction.PROCESS;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditActor;
import org.storesync.audit.AuditFilter;
import org.storesync.audit.AuditReader;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Side;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.extension.bazaar.Gate;
import org.storesync.extension.farbooks.FarBooks;
import org.storesync.kind.DateRange;
import org.storesync.kind.PrepareMode;
import org.storesync.platform.time.TestClock;
import org.storesync.record.SyncStatus;
import org.storesync.run.RunRow;
import org.storesync.run.RunState;
import org.storesync.run.RunWorkers;
import org.storesync.run.SystemOutages;
import org.storesync.store.Stores;

/**
 * Executions of schedules, driven by the timer of the server, with a clock that stands still. The
 * timer ticks as soon as the clock was moved and while something is awaited, not only by itself.
 */
@ArquillianTest
class ScheduleExecutionsIT {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject private ExtensionStores extensionStores;
  @Inject private Stores stores;
  @Inject private SyncSchedules schedules;
  @Inject private ScheduleRuns executions;
  @Inject private SchedulePlanner planner;
  @Inject private ScheduleExecutions deeds;
  @Inject private ScheduleTimer timer;
  @Inject private ScheduleEventsSeen events;
  @Inject private RunWorkers workers;
  @Inject private SystemOutages outages;
  @Inject private FarBooks books;
  @Inject private AuditReader audit;
  @Inject private TestClock clock;
  @Resource private ManagedExecutorService nodes;

  private ExtensionStore store;
  private final List<Long> made = new ArrayList<>();

  @BeforeEach
  void a_store_at_noon() {
    clock.setTo(NOON);
    store = extensionStores.withLedger();
  }

  @AfterEach
  void nothing_is_due_any_more() {
    made.forEach(id -> schedules.switchTo(id, false));
    store.stall().healReads();
    clock.reset();
  }

  private long schedule(ScheduleAction action, String rhythm) {
    return schedule(action, rhythm, 2, null, null);
  }

  private long schedule(
      ScheduleAction action, String rhythm, int stopAfter, LocalTime from, LocalTime to) {
    boolean prepares = action.prepares();
    ScheduleDraft draft =
        new ScheduleDraft(
            "Schedule " + store.id() + " " + made.size(),
            true,
            new ScheduleSelection(
                action,
                store.id(),
                prepares ? List.of(store.entity(PAPER).id()) : List.of(),
                prepares ? PrepareMode.INCREMENTAL : null,
                null,
                null,
                null,
                null),
            rhythm,
            "UTC",
            null,
            null,
            from,
            to,
            stopAfter);
    ScheduleChange change = schedules.create(draft, Locale.ENGLISH);
    assertThat(change).isInstanceOf(ScheduleChange.Done.class);
    long id = ((ScheduleChange.Done) change).scheduleId();
    made.add(id);
    return id;
  }

  private List<ScheduleRunRow> history(long schedule) {
    return executions.page(schedule, 0, 100);
  }

  private ScheduleRunRow awaitLast(long schedule, Predicate<ScheduleRunRow> condition) {
    await(
        "execution of schedule " + schedule,
        () -> history(schedule).stream().findFirst().filter(condition).isPresent());
    return history(schedule).get(0);
  }

  private ScheduleRunRow awaitEnd(long schedule, int number) {
    await(
        "execution " + number,
        () ->
            history(schedule).size() == number
                && history(schedule).get(0).outcome() != ScheduleOutcome.RUNNING);
    return history(schedule).get(0);
  }

  /** The timer ticks in a thread of nobody's request, as it does by itself. */
  private void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              timer.work();
              return condition.call();
            });
  }

  private void pass(Duration time) {
    clock.advance(time);
    await("a tick", () -> true);
  }

  private SyncSchedule found(long schedule) {
    return schedules.find(schedule).orElseThrow();
  }

  // --- firing ---

  @Test
  void what_is_due_is_begun_and_what_came_of_it_is_recorded() {
    store.stall().put(aCoupon("C-1", NOON.minus(Duration.ofHours(1))));
    long schedule = schedule(PREPARE_AND_PROCESS, "EVERY_MINUTES 15");

    pass(Duration.ofMinutes(15));
    ScheduleRunRow execution = awaitEnd(schedule, 1);

    assertThat(execution.outcome()).isEqualTo(ScheduleOutcome.SUCCEEDED);
    assertThat(execution.plannedFor()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
    assertThat(execution.missed()).isZero();
    assertThat(execution.counts()).isEqualTo(new ScheduleCounts(1, 1, 1, 0));
    assertThat(execution.runs()).hasSize(2);
    assertThat(store.run(execution.runs().get(0).id()).startedBy())
        .isEqualTo(found(schedule).name());
    assertThat(found(schedule).nextAt()).contains(NOON.plus(Duration.ofMinutes(30)));
    assertThat(store.status(PAPER, "C-1")).isEqualTo(SyncStatus.PROCESSED);
    assertThat(events.ended(schedule))
        .extracting(ScheduleRunEnded::outcome)
        .containsExactly(ScheduleOutcome.SUCCEEDED);
    assertThat(audit.page(AuditFilter.all().withWho(found(schedule).name())))
        .filteredOn(line -> line.action() == AuditAction.PREPARATION_STARTED)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.actorKind()).isEqualTo(AuditActor.Kind.SCHEDULE);
              assertThat(line.address()).as("nobody asked over the network").isNull();
            });
  }

  @Test
  void nodes_that_fire_at_once_execute_once() throws Exception {
    for (int round = 1; round <= 10; round++) {
      long schedule = schedule(PREPARE, "EVERY_MINUTES 1");
      SyncSchedule read = found(schedule);
      PlannedWork work = planner.plan(read);
      CyclicBarrier start = new CyclicBarrier(4);
      clock.advance(Duration.ofMinutes(1));
      List<Future<Boolean>> fired = new ArrayList<>();
      for (int node = 1; node <= 4; node++) {
        fired.add(
            nodes.submit(
                () -> {
                  start.await(30, TimeUnit.SECONDS);
                  return deeds.fire(schedule, read.revision(), work);
                }));
      }
      int ours = 0;
      for (Future<Boolean> one : fired) {
        ours += one.get(30, TimeUnit.SECONDS) ? 1 : 0;
      }

      // The timer of the server is one more node.
      assertThat(ours).isLessThanOrEqualTo(1);
      awaitEnd(schedule, 1);
      assertThat(history(schedule).get(0).runs()).hasSize(1);
      schedules.switchTo(schedule, false);
    }
  }

  @Test
  void an_execution_that_finds_nothing_ready_begins_no_run_and_is_shown() {
    long schedule = schedule(PROCESS, "EVERY_MINUTES 15");

    pass(Duration.ofMinutes(15));
    ScheduleRunRow execution = awaitEnd(schedule, 1);

    assertThat(execution.outcome()).isEqualTo(ScheduleOutcome.SUCCEEDED);
    assertThat(execution.message()).isEqualTo("Nothing was ready to process.");
    assertThat(execution.runs()).isEmpty();
    assertThat(store.number("select count(*) from run where store_id = " + store.id())).isZero();
  }

  @Test
  void missed_executions_collapse_into_the_latest() {
    long schedule = schedule(PROCESS, "EVERY_MINUTES 15");

    pass(Duration.ofMinutes(125));
    ScheduleRunRow execution = awaitEnd(schedule, 1);

    assertThat(execution.outcome()).isEqualTo(ScheduleOutcome.SUCCEEDED);
    assertThat(execution.plannedFor()).isEqualTo(NOON.plus(Duration.ofMinutes(120)));
    assertThat(execution.missed()).isEqualTo(7);
    assertThat(found(schedule).nextAt()).contains(NOON.plus(Duration.ofMinutes(135)));
  }

  @Test
  void an_execution_that_comes_late_is_not_begun_outside_of_its_window() {
    long schedule =
        schedule(PROCESS, "EVERY_MINUTES 30", 2, LocalTime.of(8, 0), LocalTime.of(13, 0));

    pass(Duration.ofHours(5));
    ScheduleRunRow execution = awaitEnd(schedule, 1);

    assertThat(execution.outcome()).isEqualTo(ScheduleOutcome.PASSED_OVER);
    assertThat(execution.message()).contains("daily window");
    assertThat(execution.runs()).isEmpty();
    assertThat(found(schedule).nextAt()).contains(Instant.parse("2026-11-25T08:00:00Z"));
  }

  @Test
  void one_that_is_due_while_the_one_before_is_running_is_passed_over() {
    Gate gate = store.stall().holdCall(1);
    long schedule = schedule(PREPARE, "EVERY_MINUTES 15");
    pass(Duration.ofMinutes(15));
    gate.awaitArrival();

    pass(Duration.ofMinutes(15));
    ScheduleRunRow second = awaitLast(schedule, row -> history(schedule).size() == 2);

    assertThat(second.outcome()).isEqualTo(ScheduleOutcome.PASSED_OVER);
    assertThat(second.message()).contains("still running");
    assertThat(store.stall().calls()).hasSize(1);
    gate.open();
    await("the first ends", () -> history(schedule).get(1).outcome() == ScheduleOutcome.SUCCEEDED);
    assertThat(store.stall().calls()).hasSize(1);
  }

  @Test
  void pages_look_again_when_an_execution_has_begun_and_when_its_end_is_recorded() {
    Gate gate = store.stall().holdCall(1);
    String before = executions.mark();
    long schedule = schedule(PREPARE, "EVERY_MINUTES 15");
    pass(Duration.ofMinutes(15));
    gate.awaitArrival();
    String atWork = executions.mark();
    gate.open();
    awaitEnd(schedule, 1);

    assertThat(List.of(before, atWork, executions.mark())).doesNotHaveDuplicates();
  }

  @Test
  void what_was_executed_is_not_executed_again_when_the_clock_is_set_back() {
    long schedule = schedule(PROCESS, "EVERY_MINUTES 15");
    pass(Duration.ofMinutes(15));
    awaitEnd(schedule, 1);

    clock.setTo(NOON.plus(Duration.ofMinutes(14)));
    schedules.switchTo(schedule, false);
    schedules.switchTo(schedule, true);
    assertThat(found(schedule).nextAt()).contains(NOON.plus(Duration.ofMinutes(15)));
    clock.setTo(NOON.plus(Duration.ofMinutes(15)));
    await(
        "it goes on",
        () -> found(schedule).nextAt().orElseThrow().equals(NOON.plus(Duration.ofMinutes(30))));

    assertThat(history(schedule)).hasSize(1);
  }

  @Test
  void a_run_of_a_person_goes_before_those_of_schedules() throws Exception {
    Gate ofSchedule = store.stall().holdCall(1);
    Gate ofPerson = store.stall().holdCall(2);
    long schedule = schedule(PREPARE, "EVERY_MINUTES 15");
    pass(Duration.ofMinutes(15));
    ofSchedule.awaitArrival();
    long unattended = history(schedule).get(0).runs().get(0).id();
    long byHand =
        store
            .startPrepare(PrepareMode.INCREMENTAL, DateRange.open(), ExtensionStore.REDEMPTION)
            .get(0);
    ofPerson.awaitArrival();

    assertThat(byHand).isGreaterThan(unattended);
    assertThat(workers.due()).containsSubsequence(byHand, unattended);
    ofSchedule.open();
    ofPerson.open();
    store.awaitEnd(byHand);
    awaitEnd(schedule, 1);
  }

  // --- failures ---

  @Test
  void too_many_failed_executions_in_a_row_switch_it_off() {
    long schedule = schedule(PROCESS, "EVERY_MINUTES 15");
    stores.deactivate(store.id(), Locale.ENGLISH);

    pass(Duration.ofMinutes(15));
    assertThat(awaitEnd(schedule, 1).outcome()).isEqualTo(ScheduleOutcome.FAILED);
    assertThat(found(schedule).active()).isTrue();
    pass(Duration.ofMinutes(15));
    assertThat(awaitEnd(schedule, 2).message()).contains("is not active");

    assertThat(found(schedule).active()).isFalse();
    assertThat(found(schedule).nextAt()).isEmpty();
    assertThat(found(schedule).stoppedBecause().orElseThrow())
        .contains("2 failed executions in a row")
        .contains("is not active");
    assertThat(events.stopped(schedule)).hasSize(1);

    schedules.switchTo(schedule, true);
    assertThat(found(schedule).failuresInARow()).isZero();
    assertThat(found(schedule).stoppedBecause()).isEmpty();
  }

  @Test
  void a_run_that_can_not_sign_in_fails_the_execution() {
    store.stall().failOnCall(1, new ConnectorFailure.SignInLost("The stall is locked."));
    long schedule = schedule(PREPARE, "EVERY_MINUTES 15");

    pass(Duration.ofMinutes(15));

    assertThat(awaitEnd(schedule, 1).outcome()).isEqualTo(ScheduleOutcome.FAILED);
    assertThat(history(schedule).get(0).message()).isEqualTo("The stall is locked.");
    assertThat(found(schedule).failuresInARow()).isEqualTo(1);

    pass(Duration.ofMinutes(15));
    assertThat(awaitEnd(schedule, 2).outcome()).isEqualTo(ScheduleOutcome.SUCCEEDED);
    assertThat(found(schedule).failuresInARow()).isZero();
  }

  @Test
  void a_run_that_a_person_stops_is_no_failure() {
    store.stall().pagesOf(1);
    store.stall().put(aCoupon("C-1", NOON.minus(Duration.ofHours(2))));
    store.stall().put(aCoupon("C-2", NOON.minus(Duration.ofHours(1))));
    Gate gate = store.stall().holdCall(1);
    long schedule = schedule(PREPARE, "EVERY_MINUTES 15");
    pass(Duration.ofMinutes(15));
    gate.awaitArrival();

    store.stop(history(schedule).get(0).runs().get(0).id());
    gate.open();

    assertThat(awaitEnd(schedule, 1).outcome()).isEqualTo(ScheduleOutcome.STOPPED);
    assertThat(found(schedule).failuresInARow()).isZero();
  }

  @Test
  void a_failed_record_is_tried_again_after_1_and_5_minutes_and_then_given_up() throws Exception {
    store.stall().put(aCoupon("C-1", NOON.minus(Duration.ofHours(1)), ""));
    store.prepare(PrepareMode.INCREMENTAL, PAPER);
    long schedule = schedule(PROCESS, "EVERY_MINUTES 1", 2, null, null);
    List<Integer> attemptsByMinute = new ArrayList<>();

    for (int minute = 1; minute <= 8; minute++) {
      pass(Duration.ofMinutes(1));
      assertThat(awaitEnd(schedule, minute).outcome()).isEqualTo(ScheduleOutcome.SUCCEEDED);
      attemptsByMinute.add(store.record(PAPER, "C-1").attempts());
    }

    assertThat(attemptsByMinute).containsExactly(1, 2, 2, 2, 2, 2, 3, 3);
    assertThat(store.status(PAPER, "C-1")).isEqualTo(SyncStatus.ABORTED);
    assertThat(found(schedule).failuresInARow()).isZero();
  }

  // --- outages ---

  private static ConnectorFailure down() {
    return new ConnectorFailure.RetryLater("The stall is gone.", Duration.ZERO, false, null);
  }

  private void awaitOutage(Side side) {
    await(
        "outage of " + side,
        () -> {
          clock.advance(Duration.ofSeconds(1));
          return outages.find(store.id(), side).isPresent();
        });
  }

  @Test
  void an_outage_lets_the_runs_of_schedules_wait_until_the_source_answers() throws Exception {
    for (int call = 1; call <= 8; call++) {
      store.stall().failOnCall(call, down());
    }
    long schedule = schedule(PREPARE, "EVERY_MINUTES 15");
    pass(Duration.ofMinutes(15));
    awaitOutage(Side.MARKETPLACE);
    ScheduleRunRow waiting = awaitLast(schedule, ScheduleRunRow::waits);

    assertThat(waiting.message()).contains("has been down since").contains("The stall is gone.");
    assertThat(store.stall().calls()).hasSize(6);
    pass(Duration.ofSeconds(61));
    store.awaitRun(waiting.runs().get(0).id(), row -> store.stall().calls().size() == 7);
    awaitSecondFailure(Side.MARKETPLACE);

    // A person's run is tried at once, though the system is known to be down.
    long byHand =
        store.startPrepare(PrepareMode.FULL, DateRange.open(), ExtensionStore.DIGITAL).get(0);
    store.awaitRun(byHand, row -> store.stall().calls().size() == 8);
    store.awaitRun(byHand, row -> row.waitingFor() != null);
    pass(Duration.ofSeconds(5));
    assertThat(store.awaitEnd(byHand).state()).isEqualTo(RunState.SUCCEEDED);

    // Its success ended the outage: the other goes on without waiting for its instant.
    assertThat(outages.find(store.id(), Side.MARKETPLACE)).isEmpty();
    assertThat(store.awaitEnd(waiting.runs().get(0).id()).state()).isEqualTo(RunState.SUCCEEDED);
    await(
        "the execution ends",
        () ->
            history(schedule).stream().anyMatch(row -> row.outcome() == ScheduleOutcome.SUCCEEDED));
    assertThat(found(schedule).failuresInARow()).isZero();
  }

  @Test
  void while_a_destination_is_down_one_record_at_a_time_is_tried_and_none_loses_an_attempt()
      throws Exception {
    store = extensionStores.withFarBooks();
    List<String> keys = new ArrayList<>();
    for (int number = 1; number <= 8; number++) {
      String key = store.id() + "-C-" + number;
      keys.add(key);
      books.failFor(key, down());
      store.stall().put(aCoupon(key, NOON.minus(Duration.ofHours(number))));
    }
    store.prepare(PrepareMode.INCREMENTAL, PAPER);
    long schedule = schedule(PROCESS, "EVERY_MINUTES 15");
    pass(Duration.ofMinutes(15));
    ScheduleRunRow waiting = awaitLast(schedule, ScheduleRunRow::waits);

    assertThat(tried()).isEqualTo(5);
    pass(Duration.ofSeconds(61));
    await("one more is tried", () -> tried() == 6);
    awaitSecondFailure(Side.BACK_OFFICE);

    keys.forEach(books::heal);
    pass(Duration.ofMinutes(3));
    RunRow ended = store.awaitEnd(waiting.runs().get(0).id());
    assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(store.records(PAPER)).allMatch(record -> record.attempts() == 0);
    assertThat(outages.find(store.id(), Side.BACK_OFFICE)).isEmpty();
  }

  private void awaitSecondFailure(Side side) {
    await("the pause grows", () -> outages.find(store.id(), side).orElseThrow().failures() == 2);
  }

  private long tried() {
    return store.records(PAPER).stream()
        .filter(record -> record.status() == SyncStatus.FAILED)
        .count();
  }
}
