package org.storesync.run;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The runs that do what a program asked for. */
@Schema(requiredProperties = "runs")
public record StartedRuns(List<StartedRun> runs) {

  /** One of them. */
  public record StartedRun(long id) {}

  public static StartedRuns of(List<Long> ids) {
    return new StartedRuns(ids.stream().map(StartedRun::new).toList());
  }
}
