package org.storesync.access;

import java.io.Serializable;
import java.time.Instant;

/**
 * A token as the list shows it.
 *
 * @param revokedAt null: not revoked
 * @param lastUsedAt to the minute; null: never used
 */
public record ApiTokenSummary(
    long id,
    String name,
    Role role,
    String madeBy,
    Instant createdAt,
    Instant expiresAt,
    Instant revokedAt,
    Instant lastUsedAt)
    implements Serializable {

  /** Whether a token lets somebody in. */
  public enum State {
    VALID,
    EXPIRED,
    REVOKED
  }

  State state(Instant now) {
    if (revokedAt != null) {
      return State.REVOKED;
    }
    return expiresAt.isAfter(now) ? State.VALID : State.EXPIRED;
  }
}
