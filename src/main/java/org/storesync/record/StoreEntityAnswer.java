package org.storesync.record;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.storesync.kind.Direction;
import org.storesync.kind.StoreEntityRow;

/**
 * An entity of a store as programs see it, with how many records it has. What is not there is null.
 *
 * @param counts how many records there are in each status
 * @param baseline up to when it has been read without a gap
 * @param lastError why the last preparation could not read; null after a success
 */
@Schema(requiredProperties = {"code", "caption", "direction", "counts"})
public record StoreEntityAnswer(
    String code,
    String caption,
    Direction direction,
    boolean active,
    int maxFailedAttempts,
    Map<SyncStatus, Long> counts,
    Instant baseline,
    Instant lastIncremental,
    Instant lastByDate,
    Instant lastFull,
    String lastError) {

  static StoreEntityAnswer of(
      StoreEntityRow entity, String caption, Map<SyncStatus, Long> counted) {
    Map<SyncStatus, Long> counts = new EnumMap<>(SyncStatus.class);
    for (SyncStatus status : SyncStatus.values()) {
      counts.put(status, counted.getOrDefault(status, 0L));
    }
    return new StoreEntityAnswer(
        entity.kind(),
        caption,
        entity.direction(),
        entity.active(),
        entity.maxFailedAttempts(),
        counts,
        entity.baseline(),
        entity.lastIncrementalAt(),
        entity.lastByDateAt(),
        entity.lastFullAt(),
        entity.lastError());
  }
}
