package org.storesync.platform.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many open pages of this node hear the news. Where nobody listens, nothing need be watched.
 */
@ApplicationScoped
public class LiveListeners {

  private final AtomicInteger open = new AtomicInteger();

  public void came() {
    open.incrementAndGet();
  }

  public void left() {
    open.decrementAndGet();
  }

  public boolean any() {
    return open.get() > 0;
  }
}
