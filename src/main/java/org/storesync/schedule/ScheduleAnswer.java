package org.storesync.schedule;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A schedule as programs see it. What is not there is null.
 *
 * @param definition what can be sent back, changed
 * @param next its next execution
 * @param stoppedBecause why the server switched it off
 */
@Schema(requiredProperties = {"id", "definition"})
public record ScheduleAnswer(
    long id,
    ScheduleDefinition definition,
    Instant next,
    int failuresInARow,
    String stoppedBecause) {}
