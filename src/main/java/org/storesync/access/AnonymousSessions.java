package org.storesync.access;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;

/**
 * A session in which nobody signs in soon goes: whoever only looks at the sign-in page, and be it a
 * million times, costs memory for minutes.
 */
@WebListener
public class AnonymousSessions implements HttpSessionListener {

  static final Duration KEPT = Duration.ofMinutes(5);

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    event.getSession().setMaxInactiveInterval((int) KEPT.toSeconds());
  }
}
