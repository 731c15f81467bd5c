package org.storesync.schedule;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the executions of a schedule.
 *
 * @param next where the next page begins; null: this is the last one
 */
@Schema(requiredProperties = "items")
public record ExecutionListing(List<ExecutionAnswer> items, String next) {}
