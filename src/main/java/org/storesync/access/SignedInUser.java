package org.storesync.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Keeps who signed in, in the HTTP session. */
final class SignedInUser {

  private static final String KEY = SignedInUser.class.getName();

  private SignedInUser() {}

  static Optional<UserAccess> of(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (UserAccess) session.getAttribute(KEY));
  }

  /** Remembers the user under a new session id, so that an id known before is worth nothing. */
  static void begin(HttpServletRequest request, UserAccess user) {
    request.getSession(true);
    request.changeSessionId();
    renew(request, user);
  }

  /** Lets this session go on although the user's password changed. */
  static void renew(HttpServletRequest request, UserAccess user) {
    request.getSession(true).setAttribute(KEY, user);
  }

  static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
