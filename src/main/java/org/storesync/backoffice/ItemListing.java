package org.storesync.backoffice;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the list of items.
 *
 * @param next where the next page begins; null: this is the last one
 */
@Schema(requiredProperties = "items")
public record ItemListing(List<ItemAnswer> items, String next) {}
