package org.storesync.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a user may do. Each role includes those before it. */
public enum Role {
  /** Sees everything, changes nothing. */
  VIEWER,
  /** Prepares, processes and repairs. */
  OPERATOR,
  /** Sets up stores, entities and users. */
  ADMINISTRATOR;

  /** The names as annotations and pages use them, for what must be a constant. */
  public static final String VIEWER_NAME = "viewer";

  public static final String OPERATOR_NAME = "operator";
  public static final String ADMINISTRATOR_NAME = "administrator";

  /** Name of this role as the server and the pages know it. */
  public String roleName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** Names of this role and of all that it includes. */
  public Set<String> includedNames() {
    return Arrays.stream(values())
        .filter(this::includes)
        .map(Role::roleName)
        .collect(Collectors.toUnmodifiableSet());
  }
}
