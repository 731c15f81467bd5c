package org.storesync.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.storesync.platform.secret.SecretBox;
import org.storesync.platform.secret.SecretKeyProblem;

/**
 * Remembers in a closed cookie which user signed in at this browser (OWASP: device cookies). It
 * lets nobody in; it only keeps the failures of strangers from making this user wait.
 */
@RequestScoped
public class KnownBrowser {

  static final String COOKIE = "storesync_browser";

  private static final Duration REMEMBERED = Duration.ofDays(180);
  private static final String PURPOSE = "known-browser";
  private static final String SEPARATOR = "\n";

  @Inject private HttpServletRequest request;
  @Inject private SecretBox box;
  @Inject private Clock clock;

  /** The mark of this browser if this user signed in here before. */
  public Optional<String> markFor(String userName) {
    return cookie().flatMap(this::open).flatMap(text -> mark(text, userName));
  }

  private Optional<String> cookie() {
    return Stream.of(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .findFirst();
  }

  private Optional<String> open(String value) {
    try {
      return Optional.of(box.open(Base64.getUrlDecoder().decode(value)));
    } catch (IllegalArgumentException | SecretKeyProblem e) {
      // Written by hand, or closed with a key that is gone: a browser like any other.
      return Optional.empty();
    }
  }

  private Optional<String> mark(String text, String userName) {
    String[] parts = text.split(SEPARATOR);
    return parts.length == 4
            && parts[0].equals(PURPOSE)
            && parts[1].equals(User.keyOf(userName))
            && isYoung(parts[3])
        ? Optional.of(parts[2])
        : Optional.empty();
  }

  private boolean isYoung(String made) {
    try {
      return Instant.parse(made).plus(REMEMBERED).isAfter(clock.instant());
    } catch (DateTimeParseException e) {
      throw new IllegalStateException("A cookie of our own has no date", e);
    }
  }

  /** This user has just signed in here. */
  public void remember(String userName, HttpServletResponse response) {
    String text =
        String.join(
            SEPARATOR,
            PURPOSE,
            User.keyOf(userName),
            UUID.randomUUID().toString(),
            clock.instant().toString());
    Cookie cookie =
        new Cookie(COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(box.close(text)));
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setPath(request.getContextPath() + "/");
    cookie.setMaxAge((int) REMEMBERED.toSeconds());
    response.addCookie(cookie);
  }
}
