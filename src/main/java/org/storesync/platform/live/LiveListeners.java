package org.storesync.platform.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many open pages of this node hear the news. Where nobody listens, nothing need be watched.
 */
@ApplicationScoped
public class LiveListeners {

  @Inject private Event<NewListener> news;

  private final AtomicInteger open = new AtomicInteger();

  public void came() {
    open.incrementAndGet();
    news.fire(new NewListener());
  }

  public void left() {
    open.decrementAndGet();
  }

  public boolean any() {
    return open.get() > 0;
  }
}
