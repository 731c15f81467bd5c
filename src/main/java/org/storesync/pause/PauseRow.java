package org.storesync.pause;

import java.io.Serializable;
import java.time.Instant;

/**
 * A pause as people see it. What is not there is null, as pages want it.
 *
 * @param storeName the store it is limited to
 * @param entityKind the code of the entity it is limited to
 * @param endsAt when it ends by itself
 */
public record PauseRow(
    long id,
    PauseScope scope,
    String storeName,
    String entityKind,
    String reason,
    String pausedBy,
    Instant pausedAt,
    Instant endsAt)
    implements Serializable {}
