package org.storesync.connector;

import java.time.Duration;
import java.time.Instant;

/**
 * What a source can be asked for at all. The engine enforces these limits instead of discovering
 * them.
 *
 * @param upperBoundLag the youngest instant that may be asked for lies this long before now
 * @param earliest the oldest instant that may be asked for
 * @param cursorLifetime how long a {@link Cursor} can be used after it was given
 * @param documentsPerCall most documents that one call brings
 * @param callsAtOnce calls that can be made without waiting when none was made for long
 * @param timePerFurtherCall how long each further call must wait after these
 */
public record SourceLimits(
    Duration upperBoundLag,
    Instant earliest,
    Duration cursorLifetime,
    int documentsPerCall,
    int callsAtOnce,
    Duration timePerFurtherCall) {}
