package org.storesync.extension.bazaar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All stalls of the marketplace, one for each store. */
@ApplicationScoped
public class Bazaar {

  private final Map<Long, Stall> stalls = new ConcurrentHashMap<>();

  /** The stall of a store; it is set up when it is asked for. */
  public Stall stall(long storeId) {
    return stalls.computeIfAbsent(storeId, id -> new Stall());
  }
}
