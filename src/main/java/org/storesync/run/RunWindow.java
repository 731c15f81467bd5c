package org.storesync.run;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a preparation reads, as programs see it.
 *
 * @param from inclusive
 * @param to exclusive
 */
@Schema(requiredProperties = {"from", "to"})
public record RunWindow(Instant from, Instant to) {}
