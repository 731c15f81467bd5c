package org.storesync.kind;

import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;

/**
 * A document that must have been synchronized before: a payment needs its order.
 *
 * @param documentClass what it is; any kind of the store with this document may have brought it
 * @param externalId its id in the marketplace
 */
public record Prerequisite(Class<? extends Document> documentClass, DocumentId externalId) {}
