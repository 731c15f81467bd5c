package org.storesync.record;

import java.io.Serializable;

/** What a person ordered and what came of it, shown until it is dismissed. */
public record CommandReport(RecordCommand command, CommandResult result) implements Serializable {

  /** How many refusals are counted but not listed. */
  public int refusedMore() {
    return result.refused() - result.refusals().size();
  }
}
