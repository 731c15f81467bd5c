package org.storesync.run;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.storesync.kind.PrepareMode;

/**
 * A run as programs see it. What is not there is null.
 *
 * @param group runs that were started together have the same
 * @param entity its code; null: all of the store
 * @param mode the one that was asked for
 * @param effectiveMode the one that is used
 */
@Schema(
    requiredProperties = {
      "id",
      "kind",
      "group",
      "store",
      "state",
      "counts",
      "callsUsed",
      "startedBy",
      "created"
    })
public record RunAnswer(
    long id,
    RunKind kind,
    long group,
    String store,
    String entity,
    PrepareMode mode,
    PrepareMode effectiveMode,
    RunState state,
    RunWindow window,
    RunCounts counts,
    int callsUsed,
    String message,
    String startedBy,
    Instant created,
    Instant started,
    Instant finished) {

  static RunAnswer of(RunRow run) {
    return new RunAnswer(
        run.id(),
        run.kind(),
        run.groupId(),
        run.storeName(),
        run.entityKind(),
        run.mode(),
        run.effectiveMode(),
        run.state(),
        run.windowFrom() == null ? null : new RunWindow(run.windowFrom(), run.windowTo()),
        RunCounts.of(run),
        run.calls(),
        run.message() == null ? run.waitingFor() : run.message(),
        run.startedBy(),
        run.createdAt(),
        run.startedAt(),
        run.finishedAt());
  }
}
