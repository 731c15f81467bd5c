package org.storesync.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
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

  /** Until what is hot is compiled. */
  private static final int WARM_UP = 2;

  private static final int PAGE = Integer.getInteger("storesync.benchmark.page", 500);
  private static final int CHUNK = Integer.getInteger("storesync.benchmark.chunk", 500);
  private static final int BAD_EACH = 100;

  private TestPostgresql postgresql;
  private EngineContestant oneWorker;
  private EngineContestant twoWorkers;
  private final List<Contestant> all = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();

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
    all.forEach(contestant -> turns.add(new Turn(contestant.name(), contestant, 0, 0)));
    turns.add(new Turn(oneWorker.name() + ", 1 % bad", oneWorker, RECORDS, BAD_EACH));
  }

  /**
   * What one contestant does in a round.
   *
   * @param offset of its orders in the round, so that they are new to it
   */
  private record Turn(String name, Contestant contestant, int offset, int badEach) {}

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
    // So that the first round that counts is in the order of the table.
    Collections.rotate(turns, -WARM_UP);
    for (int round = 1 - WARM_UP; round <= ROUNDS; round++) {
      for (Turn turn : turns) {
        measure(turn, from, round > 0);
      }
      // What one leaves behind, like the vacuuming of its tables, shall not always meet the same.
      Collections.rotate(turns, 1);
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

  private void measure(Turn turn, int roundFrom, boolean counts) {
    int from = roundFrom + turn.offset();
    var prepared = turn.contestant().prepare(from, RECORDS, turn.badEach());
    var preparedAgain = turn.contestant().prepare(from, RECORDS, turn.badEach());
    var processed = turn.contestant().process();
    if (counts) {
      prepare.addRate(turn.name(), RECORDS, prepared);
      again.addRate(turn.name(), RECORDS, preparedAgain);
      process.addRate(turn.name(), RECORDS, processed);
      System.out.printf("%s: %s, %s, %s%n", turn.name(), prepared, preparedAgain, processed);
    }
  }
}
