package org.storesync.unattended;

import java.time.Duration;

/** How long is waited for what must come. */
final class Patience {

  static final Duration LIMIT = Duration.ofMinutes(3);

  private Patience() {}
}
