package org.storesync.benchmark;

/** Jakarta Batch 2.1 by JBeret: chunk steps, a paging reader, batched statements. */
public final class JakartaBatch implements Framework {

  @Override
  public Contestant start(BenchmarkDatabase database, int page, int chunk) {
    return new JakartaBatchContestant(database, page, chunk);
  }
}
