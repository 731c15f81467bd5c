package org.storesync.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;
import org.storesync.server.TestPostgresql;

/**
 * The processor time that two nodes with many schedules use while nothing is to do, beside that of
 * a server with an empty application.
 */
class IdleBenchmark {

  private static final int ROUNDS = Integer.getInteger("storesync.benchmark.rounds", 3);
  private static final int WARM_UP = 10;
  private static final int SCHEDULES = 100;
  private static final Duration ROUND = Duration.ofMinutes(1);
  private static final String EMPTY = "server with an empty WAR";
  private static final String NODES = "both nodes";

  private static final String NOT_DUE_TODAY =
      """
      insert into sync_schedule (id, name, name_key, active, action, store_id, mode, rhythm,
        zone, next_at, stop_after, failures_in_a_row, created_at, changed_at, revision, version)
      select g, 'schedule ' || g, 'schedule ' || g, true, 'PREPARE_AND_PROCESS', store.id,
        'INCREMENTAL', 'EVERY_MINUTES 5', 'UTC', now() + interval '1 day' + g * interval '1 minute',
        3, 0, now(), now(), 1, 1
      from store, generate_series(1, %d) g
      """;

  private final Figures shares = Figures.shares();

  @Test
  void servers_with_nothing_to_do_rest() {
    try (TestPostgresql postgresql = TestPostgresql.startDurable()) {
      ServerSettings settings =
          ServerSettings.demo("idle").with(postgresql.newDatabase("idle")).withNewSecretKey();
      BenchmarkDatabase database = new BenchmarkDatabase(settings);
      try (RunningServer first = node("first", settings);
          RunningServer second = node("second", settings);
          RunningServer empty = start("empty", EmptyWar.make(), ServerSettings.none())) {
        database.execute(NOT_DUE_TODAY.formatted(SCHEDULES));
        // The first rounds let what follows a start, compiling above all, come to its end.
        for (int round = -WARM_UP; round < ROUNDS; round++) {
          measure(database, List.of(first, second), empty, round >= 0);
        }
        assertThat(database.number("select count(*) from schedule_run")).isZero();
      }
    }
    Report.write(
        "idle",
        "Nothing to do, two nodes, %d schedules, %d rounds of %s%n%n"
                .formatted(SCHEDULES, ROUNDS, ROUND)
            + shares.table(EMPTY),
        shares.plot("Idle"));
  }

  private static RunningServer node(String name, ServerSettings settings) {
    return start(
        name,
        Path.of(System.getProperty("storesync.test.war")),
        settings.with("storesync.node", name));
  }

  private static RunningServer start(String name, Path war, ServerSettings settings) {
    return RunningServer.start("benchmark-idle-" + name, war, List.of("-Xmx512m"), settings);
  }

  private void measure(
      BenchmarkDatabase database, List<RunningServer> nodes, RunningServer empty, boolean counts) {
    Map<String, Duration> before = used(database, nodes, empty);
    long begin = System.nanoTime();
    Awaitility.await("the end of the round")
        .pollDelay(ROUND)
        .atMost(ROUND.multipliedBy(2))
        .until(() -> true);
    Duration passed = Duration.ofNanos(System.nanoTime() - begin);
    used(database, nodes, empty)
        .forEach(
            (name, used) -> {
              Duration busy = used.minus(before.get(name));
              System.out.printf("%s: %s of %s%n", name, busy, passed);
              if (counts) {
                shares.addShare(name, busy, passed);
              }
            });
  }

  private static Map<String, Duration> used(
      BenchmarkDatabase database, List<RunningServer> nodes, RunningServer empty) {
    Map<String, Duration> used = new LinkedHashMap<>();
    used.put(NODES, sum(nodes.stream().flatMap(node -> ProcessHandle.of(node.pid()).stream())));
    used.put("their PostgreSQL", sum(processesOf(database)));
    used.put(EMPTY, sum(ProcessHandle.of(empty.pid()).stream()));
    return used;
  }

  private static Stream<ProcessHandle> processesOf(BenchmarkDatabase database) {
    long postmaster =
        database.number("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint");
    ProcessHandle parent = ProcessHandle.of(postmaster).orElseThrow();
    return Stream.concat(Stream.of(parent), parent.children());
  }

  private static Duration sum(Stream<ProcessHandle> processes) {
    return processes
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
