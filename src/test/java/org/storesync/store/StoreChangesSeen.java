package org.storesync.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a room that observes stores would see. */
@ApplicationScoped
public class StoreChangesSeen {

  private final List<StoreChanged> seen = new CopyOnWriteArrayList<>();

  void see(@Observes StoreChanged change) {
    seen.add(change);
  }

  public List<StoreChanged> of(long storeId) {
    return seen.stream().filter(change -> change.storeId() == storeId).toList();
  }
}
