package org.storesync.schedule;

import java.io.Serializable;
import org.storesync.run.RunKind;
import org.storesync.run.RunRow;

/** A run of an execution, for links to it and to its records. */
public record StartedRun(long id, RunKind kind) implements Serializable {

  static StartedRun of(RunRow run) {
    return new StartedRun(run.id(), run.kind());
  }

  /** Whether records can tell that it went through them. */
  public boolean hasRecords() {
    return kind == RunKind.PROCESS;
  }
}
