package org.storesync.unattended;

import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/** An answer of the marketplace that waits until the test lets it go. */
final class HeldAnswer {

  private final CompletableFuture<Void> reached = new CompletableFuture<>();
  private final CompletableFuture<Void> released = new CompletableFuture<>();

  /** Called by the marketplace: the request is there. */
  void hold() {
    reached.complete(null);
    released.join();
  }

  void awaitRequest() {
    Awaitility.await("a search to hold").atMost(Patience.LIMIT).until(reached::isDone);
  }

  void release() {
    released.complete(null);
  }
}
