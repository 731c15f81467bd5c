package org.storesync.run;

import java.time.Instant;
import org.storesync.platform.text.RoomTexts;

/**
 * A system is down for a store.
 *
 * @param since when it was noticed
 * @param failures how many tries have failed
 * @param nextTryAt when the next run that nobody waits for is tried
 * @param reason what the last try ended with, a sentence
 */
public record SystemOutage(Instant since, int failures, Instant nextTryAt, String reason) {

  private static final RoomTexts TEXTS = RoomTexts.of(SystemOutage.class);

  /** What a run waits for, as it is recorded. */
  public String words() {
    return TEXTS.recorded("outage", since.toString(), reason);
  }
}
