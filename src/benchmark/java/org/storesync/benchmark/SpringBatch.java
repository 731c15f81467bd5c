package org.storesync.benchmark;

/** Spring Batch 5.2: chunk-oriented steps, a paging reader, batched statements. */
public final class SpringBatch implements Framework {

  @Override
  public Contestant start(BenchmarkDatabase database, int page, int chunk) {
    return new SpringBatchContestant(database, page, chunk);
  }
}
