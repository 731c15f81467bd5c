package org.storesync.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.storesync.server.TestPostgresql;

/**
 * What a record costs when few are stored and when many are: the engine prepares and processes
 * portion after portion into the same database, and each tenth of the way is compared with the
 * first.
 */
class GrowthBenchmark {

  private static final int STORED = Integer.getInteger("storesync.benchmark.stored", 200_000);
  private static final int PORTION = Integer.getInteger("storesync.benchmark.portion", 10_000);
  private static final int PARTS = 10;

  @Test
  void a_record_costs_the_same_however_many_are_stored() {
    Figures prepare = Figures.rates();
    Figures process = Figures.rates();
    List<Integer> stored = IntStream.rangeClosed(0, STORED / PORTION - 1).boxed().toList();
    try (TestPostgresql postgresql = TestPostgresql.startDurable();
        EngineContestant engine =
            EngineContestant.start(
                "growth", new BenchmarkDatabase(postgresql.newDatabase("growth")), 500, 1)) {
      for (int portion : stored) {
        var prepared = engine.prepare(1 + portion * PORTION, PORTION, 0);
        var processed = engine.process();
        System.out.printf("%,d stored: %s, %s%n", portion * PORTION, prepared, processed);
        // The first one warms up.
        if (portion > 0) {
          prepare.addRate(part(portion), PORTION, prepared);
          process.addRate(part(portion), PORTION, processed);
        }
      }
      assertThat(engine.orders()).isEqualTo((long) stored.size() * PORTION);
    }
    Report.write(
        "growth",
        "From %,d to %,d stored records%n%nPrepare%n%n".formatted(PORTION, STORED)
            + prepare.table(part(0))
            + "\nProcess\n\n"
            + process.table(part(0)),
        prepare.plot("Prepare"),
        process.plot("Process"));
  }

  /** The tenth of the way that a portion belongs to. */
  private static String part(int portion) {
    long part = (long) portion * PORTION * PARTS / STORED;
    return "%,d to %,d stored".formatted(part * STORED / PARTS, (part + 1) * STORED / PARTS);
  }
}
