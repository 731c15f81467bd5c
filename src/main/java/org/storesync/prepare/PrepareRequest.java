package org.storesync.prepare;

import java.util.List;
import org.storesync.kind.DateRange;
import org.storesync.kind.PrepareMode;

/**
 * What is to be prepared.
 *
 * @param storeEntityIds entities of the store, at least one
 * @param range open, unless the mode takes a range
 * @param thenProcess whether each entity is processed as soon as it is prepared
 */
public record PrepareRequest(
    long storeId,
    List<Long> storeEntityIds,
    PrepareMode mode,
    DateRange range,
    boolean thenProcess) {

  public PrepareRequest {
    storeEntityIds = storeEntityIds.stream().distinct().toList();
    if (storeEntityIds.isEmpty()) {
      throw new IllegalArgumentException("Nothing was chosen to be prepared");
    }
  }
}
