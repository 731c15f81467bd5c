package org.storesync.access;

import java.io.Serializable;

/**
 * What decides whether a session may go on.
 *
 * @param passwordVersion a session that began under an earlier password ends
 */
public record UserAccess(long id, String name, Role role, boolean active, int passwordVersion)
    implements Serializable {

  /** Whether a session that began as {@code then} may go on as this. */
  boolean continues(UserAccess then) {
    return active && passwordVersion == then.passwordVersion;
  }
}
