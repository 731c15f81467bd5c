package org.storesync.prepare;

import java.io.Serializable;
import java.time.Instant;
import org.storesync.connector.SourceLimits;
import org.storesync.kind.PlannedWindow;
import org.storesync.kind.PrepareMode;

/**
 * What preparing an entity would do if it were started now, for the page to say before the click.
 *
 * @param mode the mode that will be used
 * @param replaced whether that is another one than was picked
 * @param from where reading begins
 * @param to where it ends
 * @param documentsPerCall most documents that one call brings
 * @param documentsAtOnce documents that can be read without waiting for quota
 * @param documentsPerHour documents an hour after that
 */
public record PreparePreview(
    PrepareMode mode,
    boolean replaced,
    Instant from,
    Instant to,
    int documentsPerCall,
    int documentsAtOnce,
    long documentsPerHour)
    implements Serializable {

  private static final long HOUR_MILLIS = 3_600_000;

  static PreparePreview of(PrepareMode picked, PlannedWindow plan, SourceLimits limits) {
    long millisPerCall = Math.max(1, limits.timePerFurtherCall().toMillis());
    return new PreparePreview(
        plan.mode(),
        plan.mode() != picked,
        plan.window().from(),
        plan.window().to(),
        limits.documentsPerCall(),
        limits.documentsPerCall() * limits.callsAtOnce(),
        limits.documentsPerCall() * HOUR_MILLIS / millisPerCall);
  }
}
