package org.storesync.record;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The entities of a store.
 *
 * @param next always null: a store has few
 */
@Schema(requiredProperties = "items")
public record StoreEntityListing(List<StoreEntityAnswer> items, String next) {}
