package org.storesync.process;

import java.time.Instant;
import java.util.function.Supplier;

class OwnWatch {
  Supplier<Instant> present = Instant::now;
}
