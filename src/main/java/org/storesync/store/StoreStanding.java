package org.storesync.store;

import java.util.Optional;

/**
 * Whether a store takes part, and whether it is the default one.
 *
 * @param active absent: stays as it is
 * @param isDefault absent: stays as it is
 */
public record StoreStanding(Optional<Boolean> active, Optional<Boolean> isDefault) {

  /** Field names among the problems of a {@link StoreChange.Refused}. */
  public static final String ACTIVE = "active";

  public static final String DEFAULT = "default";

  /** Stays as it is. */
  public static StoreStanding kept() {
    return new StoreStanding(Optional.empty(), Optional.empty());
  }

  boolean active(boolean now) {
    return active.orElse(now);
  }

  boolean isDefault(boolean now) {
    return isDefault.orElse(now);
  }
}
