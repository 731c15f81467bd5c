package org.storesync.extension.bazaar;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A place where the server is held until the test lets it go on. */
public final class Gate {

  private static final long LIMIT_SECONDS = 60;

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  /** For the test: waits until somebody stands before it. */
  public void awaitArrival() {
    await(reached, "Nobody came to the gate");
  }

  /** For the test: lets everybody through from now on. */
  public void open() {
    open.countDown();
  }

  /** For the server: comes to the gate and waits until it is open. */
  public void pass() {
    reached.countDown();
    await(open, "The gate was not opened");
  }

  private static void await(CountDownLatch latch, String otherwise) {
    try {
      if (!latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(otherwise);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
