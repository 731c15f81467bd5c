package org.storesync.store;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the list of stores.
 *
 * @param next where the next page begins; null: this is the last one
 */
@Schema(requiredProperties = "items")
public record StoreListing(List<StoreAnswer> items, String next) {}
