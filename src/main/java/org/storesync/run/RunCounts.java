package org.storesync.run;

/**
 * What a run has done so far, as programs see it. What does not apply to its kind is null.
 *
 * @param processed of a command: records that it changed
 * @param failed of a preparation: documents that could not be read
 * @param skipped records that were left as they are, because somebody else had them
 */
public record RunCounts(
    Integer fetched,
    Integer prepared,
    Integer unchanged,
    Integer filtered,
    Integer processed,
    Integer failed,
    Integer aborted,
    Integer skipped,
    Integer remaining) {

  static RunCounts of(RunRow run) {
    return switch (run.kind()) {
      case PREPARE ->
          new RunCounts(
              run.fetched(),
              run.prepared(),
              run.unchanged(),
              run.filtered(),
              null,
              run.invalid(),
              null,
              null,
              null);
      case PROCESS ->
          new RunCounts(
              null,
              null,
              null,
              run.filtered(),
              run.processed(),
              run.failed(),
              run.aborted(),
              run.passedOver(),
              run.remaining());
      case COMMAND ->
          new RunCounts(
              null,
              null,
              null,
              null,
              run.processed(),
              null,
              null,
              run.passedOver(),
              run.remaining());
    };
  }
}
