package org.storesync.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.server.TestPostgresql;

/**
 * Prepare and process: the engine in its container against hand-written JDBC. Round after round
 * each prepares new orders, prepares the same again, and processes them; what counts is the ratio
 * of the medians, since machines differ and are noisy.
 */
class EngineBenchmark {

  private static final int RECORDS = Integer.getInteger("storesync.benchmark.records", 20_000);
  private static final int ROUNDS = Integer.getInteger("storesync.benchmark.rounds", 5);
  private static final int PAGE = Integer.getInteger("storesync.benchmark.page", 500);
  private static final int CHUNK = Integer.getInteger("storesync.benchmark.chunk", 500);
  private static final int BAD_EACH = 100;

  private TestPostgresql postgresql;
  private EngineContestant oneWorker;
  private EngineContestant twoWorkers;
  private final List<Contestant> all = new ArrayList<>();

  private final Figures prepare = Figures.rates();
  private final Figures again = Figures.rates();
  private final Figures process = Figures.rates();

  @BeforeEach
  void start() {
    postgresql = TestPostgresql.startDurable();
    oneWorker = EngineContestant.start("engine, one worker", database("engine_1"), PAGE, 1);
    twoWorkers = EngineContestant.start("engine, two workers", database("engine_2"), PAGE, 2);
    all.add(new FloorContestant("floor, one worker", database("floor_1"), PAGE, CHUNK, 1));
    all.add(new FloorContestant("floor, two workers", database("floor_2"), PAGE, CHUNK, 2));
    all.add(oneWorker);
    all.add(twoWorkers);
    for (Framework framework : ServiceLoader.load(Framework.class)) {
      all.add(framework.start(database("framework_" + all.size()), PAGE, CHUNK));
    }
  }

  private BenchmarkDatabase database(String name) {
    return new BenchmarkDatabase(postgresql.newDatabase(name));
  }

  @AfterEach
  void stop() {
    all.forEach(Contestant::close);
    postgresql.close();
  }

  @Test
  void the_engine_stands_beside_the_floor() {
    int from = 1;
    // The first round warms up.
    for (int round = 0; round <= ROUNDS; round++) {
      for (Contestant contestant : all) {
        measure(contestant, from, 0, round > 0, contestant.name());
      }
      measure(oneWorker, from + RECORDS, BAD_EACH, round > 0, oneWorker.name() + ", 1 % bad");
      from += 2 * RECORDS;
    }
    all.forEach(
        contestant -> assertThat(contestant.orders()).isGreaterThanOrEqualTo(RECORDS * ROUNDS));
    Report.write(
        "engine",
        "%d records, %d rounds, pages of %d%n%n".formatted(RECORDS, ROUNDS, PAGE)
            + "Process\n\n"
            + process.table("floor, one worker")
            + "\nPrepare\n\n"
            + prepare.table("floor, one worker")
            + "\nPrepare again, nothing changed\n\n"
            + again.table("floor, one worker")
            + "\nTwo workers to one: %.2f. 1 %% bad to none: %.2f. Again to new: %.2f.%n"
                .formatted(
                    process.ratio(twoWorkers.name(), oneWorker.name()),
                    process.ratio(oneWorker.name() + ", 1 % bad", oneWorker.name()),
                    again.median(oneWorker.name()) / prepare.median(oneWorker.name())),
        process.plot("Process"),
        prepare.plot("Prepare"),
        again.plot("Prepare again, nothing changed"));
  }

  private void measure(Contestant contestant, int from, int badEach, boolean counts, String name) {
    var prepared = contestant.prepare(from, RECORDS, badEach);
    var preparedAgain = contestant.prepare(from, RECORDS, badEach);
    var processed = contestant.process();
    if (counts) {
      prepare.addRate(name, RECORDS, prepared);
      again.addRate(name, RECORDS, preparedAgain);
      process.addRate(name, RECORDS, processed);
      System.out.printf("%s: %s, %s, %s%n", name, prepared, preparedAgain, processed);
    }
  }
}
