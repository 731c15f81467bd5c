package org.storesync.store;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/**
 * One side of a store as it may be shown.
 *
 * @param system key of the connector
 * @param settings without secrets, and without anything that the connector does not ask for
 * @param secretsThere keys of the secrets that are stored
 */
public record ShownConnection(String system, Map<String, String> settings, Set<String> secretsThere)
    implements Serializable {

  /** Whether this secret is stored. */
  public boolean hasSecret(String key) {
    return secretsThere.contains(key);
  }
}
