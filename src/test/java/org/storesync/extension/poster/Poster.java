package org.storesync.extension.poster;

import java.time.Instant;
import java.util.Optional;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;

/** What is to hang at the marketplace. */
public record Poster(DocumentId id, Optional<Instant> modified, String slogan)
    implements Document {}
