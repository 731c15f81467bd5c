package org.storesync.record;

import java.time.Instant;
import java.util.Optional;
import org.storesync.connector.DocumentId;
import org.storesync.kind.DocumentSummary;

/**
 * A document as preparing offers it to the queue.
 *
 * @param id its id at the source
 * @param modified when it was last changed there, if the source tells
 * @param content the document as JSON
 * @param hash fingerprint of the content
 * @param summary what lists show of it
 */
public record FoundDocument(
    DocumentId id,
    Optional<Instant> modified,
    String content,
    String hash,
    DocumentSummary summary) {}
