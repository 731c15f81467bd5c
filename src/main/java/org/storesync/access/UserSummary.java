package org.storesync.access;

import java.io.Serializable;
import java.time.Instant;

/**
 * A user as the list shows it.
 *
 * @param lastSignInAt null: never signed in
 */
public record UserSummary(
    long id, String name, Role role, boolean active, Instant createdAt, Instant lastSignInAt)
    implements Serializable {}
