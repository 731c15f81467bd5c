package org.storesync.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.storesync.server.TestPostgresql;

/** Whether a heap is enough for a Full preparation and the processing of many orders. */
class HeapBenchmark {

  private static final int RECORDS = Integer.getInteger("storesync.benchmark.records", 100_000);
  private static final String HEAP = System.getProperty("storesync.benchmark.heap", "384m");

  @Test
  void many_orders_need_no_more_heap_than_few() {
    try (TestPostgresql postgresql = TestPostgresql.startDurable();
        EngineContestant engine =
            EngineContestant.start(
                "heap", new BenchmarkDatabase(postgresql.newDatabase("heap")), 500, 2, HEAP)) {
      var prepared = engine.prepare(1, RECORDS, 0);
      var processed = engine.process();

      assertThat(engine.orders()).isEqualTo(RECORDS);
      assertThat(engine.log()).doesNotContain("OutOfMemoryError");
      Report.write(
          "heap",
          "%,d orders with a heap of %s: prepared in %s, processed in %s%n"
              .formatted(RECORDS, HEAP, prepared, processed));
    }
  }
}
