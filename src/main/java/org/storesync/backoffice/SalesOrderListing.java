package org.storesync.backoffice;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the list of sales orders.
 *
 * @param next where the next page begins; null: this is the last one
 */
@Schema(requiredProperties = "items")
public record SalesOrderListing(List<SalesOrderAnswer> items, String next) {}
