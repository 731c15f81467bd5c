package org.storesync.alert;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * An alert as people and letters read it. What is not there is null.
 *
 * @param by who acknowledged or snoozed it
 */
public record AlertRow(
    long id,
    String reason,
    AlertState state,
    Long storeId,
    Instant since,
    long affected,
    List<String> details,
    String address,
    Instant openedAt,
    String by,
    Instant snoozedUntil,
    Instant endedAt)
    implements Serializable {}
