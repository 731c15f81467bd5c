package org.storesync.access;

/**
 * Who calls with a token.
 *
 * @param name as it stands in runs and messages; no user can have it, because of the blank
 */
public record TokenCaller(String name, Role role) {

  private static final String PREFIX = "token ";

  String tokenName() {
    return name.substring(PREFIX.length());
  }

  static TokenCaller named(String tokenName, Role role) {
    return new TokenCaller(PREFIX + tokenName, role);
  }
}
