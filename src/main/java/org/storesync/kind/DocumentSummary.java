package org.storesync.kind;

import java.time.Instant;
import java.util.Optional;
import org.storesync.connector.Money;

/**
 * What lists show of a document without opening it. Holds no personal data.
 *
 * @param description one line, at most 200 characters
 * @param created when the document was made at its source
 * @param dueBy when something must have happened with it at the latest (latest ship date)
 * @param amount its total
 */
public record DocumentSummary(
    String description,
    Optional<Instant> created,
    Optional<Instant> dueBy,
    Optional<Money> amount) {}
