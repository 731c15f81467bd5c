package org.storesync.pause;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.storesync.kind.Direction;

/** A pause as programs see it. What is not there is null. */
@Schema(requiredProperties = {"id", "reason", "pausedBy", "pausedAt"})
public record PauseAnswer(
    long id,
    String store,
    String entity,
    Direction direction,
    String reason,
    String pausedBy,
    Instant pausedAt,
    Instant endsAt) {

  static PauseAnswer of(PauseRow row) {
    return new PauseAnswer(
        row.id(),
        row.storeName(),
        row.entityKind(),
        row.scope().direction(),
        row.reason(),
        row.pausedBy(),
        row.pausedAt(),
        row.endsAt());
  }
}
