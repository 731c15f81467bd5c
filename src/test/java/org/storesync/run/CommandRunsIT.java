package org.storesync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;
import static org.storesync.kind.PrepareMode.FULL;
import static org.storesync.kind.PrepareMode.INCREMENTAL;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditReader;
import org.storesync.audit.AuditSubject;
import org.storesync.audit.FieldChange;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.record.RecordClaims;
import org.storesync.record.RecordCommand;
import org.storesync.record.RecordCounts;
import org.storesync.record.RunRecords;
import org.storesync.record.SyncRecordRow;
import org.storesync.record.SyncStatus;

/** Commands on more records than a person waits for, in the server. */
@ArquillianTest
class CommandRunsIT {

  private static final Instant YESTERDAY =
      Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);

  /** More than the click itself writes down. */
  private static final int MANY = 1_001;

  @Inject private ExtensionStores stores;
  @Inject private CommandRuns commands;
  @Inject private RunSelections selections;
  @Inject private CommandedChunks chunks;
  @Inject private Runs runs;
  @Inject private RunRecords runRecords;
  @Inject private RecordClaims claims;
  @Inject private RecordCounts counts;
  @Inject private AuditReader audit;
  @Inject private UserTransaction transaction;
  @Inject private Clock clock;

  private ExtensionStore store;

  @BeforeEach
  void a_store() {
    store = stores.withLedger();
    store.stall().pagesOf(1000);
  }

  private void prepareCoupons(int count) throws Exception {
    for (int number = 1; number <= count; number++) {
      store.stall().put(aCoupon("C-" + number, YESTERDAY));
    }
    store.prepare(INCREMENTAL, PAPER);
  }

  private long order(RecordCommand command, Optional<Integer> limit) {
    return commands.queue(
        command, store.id(), Optional.empty(), ExtensionStore.ready(), limit, Starter.person("me"));
  }

  /** A command that only the worker of the test works on, until its lease has run out. */
  private RunTicket orderForMe(RecordCommand command, String worker) throws Exception {
    transaction.begin();
    long run = order(command, Optional.empty());
    runs.find(run)
        .orElseThrow()
        .waitUntil(clock.instant().plus(Duration.ofDays(1)), "It waits.", clock.instant());
    transaction.commit();
    store.sql(
        "insert into run_worker (id, run_id, node, lease_until) values ('%s-%d', %d, 'mine',"
                .formatted(worker, run, run)
            + " current_timestamp + interval '600' second)");
    return new RunTicket(run, worker + "-" + run, () -> false);
  }

  private Map<SyncStatus, Long> counts() {
    return counts.ofStore(store.id()).get(store.entity(PAPER).id());
  }

  private long auditLines(long run, String action) {
    return store.number(
        "select count(*) from audit_line where subject_kind = 'RUN' and subject_id = '%d'"
                .formatted(run)
            + " and action = '%s' and actor_name = 'me'".formatted(action));
  }

  @Test
  void a_command_works_through_all_records_and_is_written_down_once() throws Exception {
    prepareCoupons(1201);

    RunRow ended = store.awaitEnd(order(RecordCommand.SKIP, Optional.empty()));

    assertThat(ended.kind()).isEqualTo(RunKind.COMMAND);
    assertThat(ended.command()).isEqualTo(RecordCommand.SKIP);
    assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(List.of(ended.selected(), ended.processed(), ended.passedOver(), ended.remaining()))
        .containsExactly(1201, 1201, 0, 0);
    assertThat(counts()).containsExactly(Map.entry(SyncStatus.SKIPPED, 1201L));
    assertThat(auditLines(ended.id(), "RECORDS_SKIPPED")).isEqualTo(1);
    assertThat(audit.about(Long.toString(ended.id())))
        .filteredOn(line -> line.action() == AuditAction.COMMAND_STARTED)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.subjectKind()).isEqualTo(AuditSubject.Kind.RUN);
              assertThat(line.address()).isEqualTo("127.0.0.1");
              assertThat(line.changes())
                  .containsExactly(
                      new FieldChange("command", null, "SKIP", false),
                      new FieldChange("records", null, "1201", false));
            });
    assertThat(runRecords.remaining(ended.id())).isZero();
  }

  @Test
  void the_set_is_fixed_when_the_command_is_given_and_a_limit_bounds_it() throws Exception {
    prepareCoupons(5);

    RunRow ended = store.awaitEnd(order(RecordCommand.DELETE, Optional.of(2)));

    assertThat(ended.processed()).isEqualTo(2);
    assertThat(store.records(PAPER)).hasSize(3);
    assertThat(auditLines(ended.id(), "RECORDS_DELETED")).isEqualTo(1);
  }

  @Test
  void of_many_records_those_are_meant_that_were_there_when_the_command_was_given()
      throws Exception {
    prepareCoupons(MANY);
    RunTicket mine = orderForMe(RecordCommand.SKIP, "worker");
    assertThat(runRecords.remaining(mine.runId())).as("the click wrote no list").isZero();
    assertThat(store.run(mine.runId()).selected()).isEqualTo(MANY);
    store.stall().put(aCoupon("C-late", YESTERDAY));
    store.prepare(FULL, PAPER);

    selections.fix(mine);

    assertThat(runRecords.remaining(mine.runId())).isEqualTo(MANY);
    selections.fix(mine);
    assertThat(runRecords.remaining(mine.runId())).as("written once").isEqualTo(MANY);
    assertThat(chunks.performNext(mine, MANY)).isTrue();
    assertThat(chunks.performNext(mine, MANY)).isFalse();
    assertThat(counts())
        .containsOnly(
            Map.entry(SyncStatus.SKIPPED, (long) MANY), Map.entry(SyncStatus.PREPARED, 1L));
  }

  @Test
  void a_command_that_is_stopped_before_its_list_is_written_leaves_no_list() throws Exception {
    prepareCoupons(MANY);
    RunTicket mine = orderForMe(RecordCommand.SKIP, "worker");
    assertThat(store.stop(mine.runId())).isTrue();

    selections.fix(mine);

    assertThat(store.run(mine.runId()).state()).isEqualTo(RunState.STOPPED);
    assertThat(runRecords.remaining(mine.runId())).isZero();
    assertThat(counts()).containsExactly(Map.entry(SyncStatus.PREPARED, (long) MANY));
  }

  @Test
  void records_in_work_and_those_that_changed_since_the_command_are_left() throws Exception {
    prepareCoupons(4);
    RunTicket mine = orderForMe(RecordCommand.SKIP, "worker");
    claims.claimThese(List.of(store.record(PAPER, "C-1").id()), "0:somebody:0");
    store.stall().put(aCoupon("C-2", YESTERDAY.plusSeconds(1), "newer"));
    store.prepare(FULL, PAPER);
    SyncRecordRow gone = store.record(PAPER, "C-3");
    store.sql("delete from sync_payload where record_id = " + gone.id());
    store.sql("delete from sync_record where id = " + gone.id());

    assertThat(chunks.performNext(mine, 100)).isTrue();
    assertThat(chunks.performNext(mine, 100)).isFalse();

    RunRow ended = store.run(mine.runId());
    assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(List.of(ended.processed(), ended.passedOver())).containsExactly(1, 3);
    assertThat(store.status(PAPER, "C-1")).isEqualTo(SyncStatus.PREPARED);
    assertThat(store.status(PAPER, "C-2")).isEqualTo(SyncStatus.PREPARED);
    assertThat(store.status(PAPER, "C-4")).isEqualTo(SyncStatus.SKIPPED);
  }

  @Test
  void set_as_processed_leaves_records_that_lack_an_id() throws Exception {
    prepareCoupons(2);

    RunRow ended = store.awaitEnd(order(RecordCommand.SET_AS_PROCESSED, Optional.empty()));

    assertThat(List.of(ended.processed(), ended.passedOver())).containsExactly(0, 2);
    assertThat(auditLines(ended.id(), "RECORDS_SET_AS_PROCESSED")).as("nothing done").isZero();
  }

  @Test
  void a_command_that_is_stopped_leaves_the_rest_and_says_how_many_it_changed() throws Exception {
    prepareCoupons(10);
    RunTicket mine = orderForMe(RecordCommand.SKIP, "worker");
    assertThat(chunks.performNext(mine, 3)).isTrue();

    assertThat(store.stop(mine.runId())).isTrue();
    assertThat(chunks.performNext(mine, 3)).isFalse();

    RunRow ended = store.run(mine.runId());
    assertThat(ended.state()).isEqualTo(RunState.STOPPED);
    assertThat(ended.processed()).isEqualTo(3);
    assertThat(counts())
        .containsOnly(Map.entry(SyncStatus.SKIPPED, 3L), Map.entry(SyncStatus.PREPARED, 7L));
    assertThat(runRecords.remaining(ended.id())).isZero();
    assertThat(auditLines(ended.id(), "RECORDS_SKIPPED")).isEqualTo(1);
  }

  @Test
  void another_worker_goes_on_when_the_first_is_lost_and_no_record_is_changed_twice()
      throws Exception {
    prepareCoupons(10);
    RunTicket lost = orderForMe(RecordCommand.SKIP, "lost");
    assertThat(chunks.performNext(lost, 3)).isTrue();
    store.sql(
        "update run_worker set lease_until = current_timestamp - interval '1' second where run_id ="
            + " "
            + lost.runId());

    assertThatThrownBy(() -> chunks.performNext(lost, 3)).isInstanceOf(WorkerLost.class);
    store.sql("update run set due_at = created_at where id = " + lost.runId());

    RunRow ended = store.awaitEnd(lost.runId());
    assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(List.of(ended.processed(), ended.passedOver())).containsExactly(10, 0);
    assertThat(counts()).containsExactly(Map.entry(SyncStatus.SKIPPED, 10L));
    assertThat(auditLines(ended.id(), "RECORDS_SKIPPED")).isEqualTo(1);
  }
}
