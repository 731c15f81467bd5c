package org.storesync.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps who signed in, and when, in the HTTP session. */
final class SignedInUser {

  /** After so long everybody signs in again, however busy the session is. */
  static final Duration LONGEST = Duration.ofHours(12);

  /** A session that is not used for so long ends. */
  static final Duration IDLE = Duration.ofMinutes(30);

  private static final String USER = SignedInUser.class.getName();
  private static final String SINCE = USER + ".since";
  private static final String LAST_USED = USER + ".lastUsed";

  private SignedInUser() {}

  static Optional<UserAccess> of(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (UserAccess) session.getAttribute(USER));
  }

  /** Whether the session has lasted too long, or has not been used for too long. */
  static boolean isOver(HttpServletRequest request, Instant now) {
    return isOlder(request, SINCE, LONGEST, now) || isOlder(request, LAST_USED, IDLE, now);
  }

  private static boolean isOlder(
      HttpServletRequest request, String mark, Duration age, Instant now) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (Instant) session.getAttribute(mark))
        .filter(then -> then.plus(age).isBefore(now))
        .isPresent();
  }

  /** The session is used, and so goes on. */
  static void used(HttpServletRequest request, Instant now) {
    request.getSession(true).setAttribute(LAST_USED, now);
  }

  /** Remembers the user under a new session id, so that an id known before is worth nothing. */
  static void begin(HttpServletRequest request, UserAccess user, Instant now) {
    HttpSession session = request.getSession(true);
    // The server also forgets it then, whether or not anybody comes back to it.
    session.setMaxInactiveInterval((int) IDLE.toSeconds());
    session.setAttribute(SINCE, now);
    session.setAttribute(LAST_USED, now);
    request.changeSessionId();
    renew(request, user);
  }

  /** Lets this session go on although the user's password changed. */
  static void renew(HttpServletRequest request, UserAccess user) {
    request.getSession(true).setAttribute(USER, user);
  }

  static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
