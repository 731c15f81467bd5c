package org.storesync.benchmark;

/** A framework in place of the engine; those of {@code src/benchmark} are found as services. */
public interface Framework {

  /** Starts it on its database, whose tables are not there yet. */
  Contestant start(BenchmarkDatabase database, int page, int chunk);
}
