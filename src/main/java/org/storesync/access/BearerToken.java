package org.storesync.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** The secret that a program shows: {@code Authorization: Bearer …}. */
public final class BearerToken {

  private static final String SCHEME = "bearer ";
  private static final int LONGEST = 500;

  private BearerToken() {}

  public static Optional<String> shownBy(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(header -> header.substring(SCHEME.length()).strip())
        .filter(secret -> !secret.isEmpty() && secret.length() <= LONGEST);
  }
}
