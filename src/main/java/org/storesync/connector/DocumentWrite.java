package org.storesync.connector;

import java.util.Optional;

/**
 * A document on its way to the destination.
 *
 * @param document what to write
 * @param known the id of its counterpart there, which is then updated; absent: make a new one
 */
public record DocumentWrite<D extends Document>(D document, Optional<DocumentId> known) {}
