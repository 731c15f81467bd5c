package org.storesync.platform.quota;

import io.github.bucket4j.BlockingStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * The short waits of this package. Longer ones are never waited: whoever called gets thread and
 * connection back and comes again.
 */
@ApplicationScoped
public class Waiting implements BlockingStrategy {

  /** The longest time that a thread may stand still. */
  public static final Duration LONGEST = Duration.ofSeconds(5);

  @Override
  public void park(long nanos) throws InterruptedException {
    BlockingStrategy.PARKING.park(nanos);
  }
}
