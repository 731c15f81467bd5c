package org.storesync.schedule;

import java.io.Serializable;
import java.util.List;
import org.storesync.run.RunRow;

/**
 * What the runs of an execution have done together.
 *
 * @param failed records that failed or were aborted
 */
public record ScheduleCounts(int fetched, int prepared, int processed, int failed)
    implements Serializable {

  static ScheduleCounts of(List<RunRow> runs) {
    return new ScheduleCounts(
        runs.stream().mapToInt(RunRow::fetched).sum(),
        runs.stream().mapToInt(RunRow::prepared).sum(),
        runs.stream().mapToInt(RunRow::processed).sum(),
        runs.stream().mapToInt(run -> run.failed() + run.aborted()).sum());
  }
}
