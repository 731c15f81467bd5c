package org.storesync.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person chose for this browser. Kept in cookies that {@code frame.js} writes, so that it is
 * known before sign-in and needs no session.
 */
@RequestScoped
public class BrowserChoices {

  @Inject private HttpServletRequest request;

  /** The value of the cookie {@code storesync_<name>}; whatever the browser sent. */
  public Optional<String> find(String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals("storesync_" + name))
            .map(Cookie::getValue)
            .findFirst();
  }
}
