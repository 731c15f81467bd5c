package org.storesync.schedule;

import java.util.List;
import org.storesync.run.Run;

/** What an execution of a schedule is to begin, planned outside of any transaction. */
public sealed interface PlannedWork {

  /**
   * Prepare runs, not queued yet.
   *
   * @param together lists of runs that share one read
   */
  record Prepare(List<List<Run>> together) implements PlannedWork {}

  /**
   * Processing of the whole store, or of some of its entities.
   *
   * @param storeEntityIds none: all of the store
   */
  record Process(List<Long> storeEntityIds) implements PlannedWork {}

  /**
   * It can't be begun.
   *
   * @param reason a sentence for people
   */
  record Refused(String reason) implements PlannedWork {}
}
