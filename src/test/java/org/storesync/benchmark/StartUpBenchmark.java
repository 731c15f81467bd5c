package org.storesync.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;
import org.storesync.server.TestPostgresql;

/**
 * How long a server takes until it is ready, with this application, with an empty one and with one
 * that has a single piece of each kind: the same command, the same options, one after the other in
 * every round. The application finds its tables there, as at every start but the first.
 */
class StartUpBenchmark {

  private static final int ROUNDS = Integer.getInteger("storesync.benchmark.rounds", 7);
  private static final Path WAR = Path.of(System.getProperty("storesync.test.war"));
  private static final String EMPTY = "empty WAR";
  private static final String SMALL = "one piece of each kind, same libraries";
  private static final String ON_POSTGRESQL = "StoreSync on PostgreSQL";
  private static final String ON_H2 = "StoreSync on H2, the demo";

  private final Figures waits = Figures.waits();
  private final Figures processor = Figures.waits();

  @Test
  void the_application_is_ready_soon_after_an_empty_one() {
    try (TestPostgresql postgresql = TestPostgresql.start()) {
      ServerSettings onH2 = ServerSettings.demo("start-up");
      ServerSettings onPostgresql =
          ServerSettings.demo("start-up")
              .without("storesync.demo")
              .with(postgresql.newDatabase("start_up"))
              .withNewSecretKey();
      Path empty = EmptyWar.make();
      Path small = SmallWar.make();
      // The first round makes the tables and warms the caches of the system.
      for (int round = 0; round <= ROUNDS; round++) {
        boolean counts = round > 0;
        measure(EMPTY, empty, ServerSettings.none(), counts);
        measure(SMALL, small, ServerSettings.none(), counts);
        measure(ON_POSTGRESQL, WAR, onPostgresql, counts);
        measure(ON_H2, WAR, onH2, counts);
      }
    }
    Report.write(
        "start-up",
        "Ready after start, %d rounds, milliseconds%n%n".formatted(ROUNDS)
            + waits.table(EMPTY)
            + "\nProcessor time until then, which tells more on a machine that does other things\n\n"
            + processor.table(EMPTY),
        waits.plot("Start-up"),
        processor.plot("Processor time"));
  }

  private void measure(String name, Path war, ServerSettings settings, boolean counts) {
    String log = "benchmark-start-up-" + name.replaceAll("\\W+", "-");
    long begin = System.nanoTime();
    try (RunningServer server = RunningServer.start(log, war, List.of("-Xmx512m"), settings)) {
      Duration duration = Duration.ofNanos(System.nanoTime() - begin);
      Duration busy =
          ProcessHandle.of(server.pid()).orElseThrow().info().totalCpuDuration().orElseThrow();
      System.out.printf("%s: %s, processor time %s%n", name, duration, busy);
      if (counts) {
        waits.addWait(name, duration);
        processor.addWait(name, busy);
      }
      server.stop();
    }
  }
}
