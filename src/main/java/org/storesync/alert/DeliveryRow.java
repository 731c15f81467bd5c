package org.storesync.alert;

import java.io.Serializable;
import java.time.Instant;

/** A letter on its way, as people read it. What is not there is null. */
public record DeliveryRow(
    long id,
    String channel,
    String recipient,
    Instant createdAt,
    int tries,
    Instant nextTryAt,
    Instant sentAt,
    Instant givenUpAt,
    String lastProblem)
    implements Serializable {}
