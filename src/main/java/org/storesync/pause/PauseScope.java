package org.storesync.pause;

import java.io.Serializable;
import org.storesync.kind.Direction;

/**
 * What a pause covers: each part that is given narrows it; without any it is everything. What is
 * not given is null, as pages want it.
 *
 * @param storeId one store
 * @param storeEntityId one entity of a store
 * @param direction one direction
 */
public record PauseScope(Long storeId, Long storeEntityId, Direction direction)
    implements Serializable {

  public static PauseScope everything() {
    return new PauseScope(null, null, null);
  }

  public static PauseScope store(long storeId) {
    return new PauseScope(storeId, null, null);
  }

  public static PauseScope entity(long storeId, long storeEntityId) {
    return new PauseScope(storeId, storeEntityId, null);
  }

  public static PauseScope direction(Direction direction) {
    return new PauseScope(null, null, direction);
  }

  /** Whether it covers this entity of a store. */
  public boolean coversEntity(long store, long storeEntity, Direction itsDirection) {
    return (storeId == null || storeId == store)
        && (storeEntityId == null || storeEntityId == storeEntity)
        && (direction == null || direction == itsDirection);
  }

  /** Whether it covers all entities of this store, in both directions. */
  public boolean coversStore(long store) {
    return (storeId == null || storeId == store) && storeEntityId == null && direction == null;
  }
}
