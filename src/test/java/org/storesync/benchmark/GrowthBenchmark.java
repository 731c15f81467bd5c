package org.storesync.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.storesync.server.TestPostgresql;

/**
 * What a record costs when few are stored and when many are: the engine prepares and processes
 * portion after portion into the same database, and the portions after the first ones are compared
 * with the last ones.
 */
class GrowthBenchmark {

  private static final int STORED = Integer.getInteger("storesync.benchmark.stored", 200_000);
  private static final int PORTION = Integer.getInteger("storesync.benchmark.portion", 10_000);
  private static final int COMPARED = 3;

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
        String when = when(portion, stored.size());
        if (!when.isEmpty()) {
          prepare.addRate(when, PORTION, prepared);
          process.addRate(when, PORTION, processed);
        }
      }
      assertThat(engine.orders()).isEqualTo((long) stored.size() * PORTION);
    }
    Report.write(
        "growth",
        "From %,d to %,d stored records%n%nPrepare%n%n".formatted(PORTION, STORED)
            + prepare.table("few stored")
            + "\nProcess\n\n"
            + process.table("few stored"),
        prepare.plot("Prepare"),
        process.plot("Process"));
  }

  /** The first portion warms up. */
  private static String when(int portion, int portions) {
    if (portion >= portions - COMPARED) {
      return "many stored";
    }
    return portion > 0 && portion <= COMPARED ? "few stored" : "";
  }
}
