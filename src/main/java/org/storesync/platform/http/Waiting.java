package org.storesync.platform.http;

import io.github.bucket4j.BlockingStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * The short waits of this package. Longer ones are never waited: whoever called gets thread and
 * connection back and comes again.
 */
@ApplicationScoped
class Waiting implements BlockingStrategy {

  /** The longest time that a thread may stand still. */
  static final Duration LONGEST = Duration.ofSeconds(5);

  @Override
  public void park(long nanos) throws InterruptedException {
    BlockingStrategy.PARKING.park(nanos);
  }
}
