package org.storesync.run;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the list of runs.
 *
 * @param next where the next page begins; null: this is the last one
 */
@Schema(requiredProperties = "items")
public record RunListing(List<RunAnswer> items, String next) {}
