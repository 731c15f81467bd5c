package org.storesync.access;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sessions in which nobody is signed in. The pages for strangers make one for each visitor and keep
 * nothing in it. So it goes soon, and of too many the oldest go at once: whoever only looks at the
 * sign-in page, and be it a million times, fills no memory and keeps nobody out.
 */
@WebListener
public class AnonymousSessions implements HttpSessionListener, HttpSessionIdListener {

  static final Duration KEPT = Duration.ofMinutes(5);
  static final int MOST = 2_000;

  private static final Logger LOG = Logger.getLogger(AnonymousSessions.class.getName());

  private final Map<String, HttpSession> oldestFirst = new LinkedHashMap<>();

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    HttpSession session = event.getSession();
    session.setMaxInactiveInterval((int) KEPT.toSeconds());
    oneTooMany(session).ifPresent(AnonymousSessions::end);
  }

  private synchronized Optional<HttpSession> oneTooMany(HttpSession added) {
    oldestFirst.put(added.getId(), added);
    if (oldestFirst.size() <= MOST) {
      return Optional.empty();
    }
    Iterator<HttpSession> sessions = oldestFirst.values().iterator();
    HttpSession oldest = sessions.next();
    sessions.remove();
    return Optional.of(oldest);
  }

  private static void end(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException ended) {
      LOG.log(Level.FINE, "It ended by itself at the same moment", ended);
    }
  }

  /** Somebody signs in: the session has got a user. */
  @Override
  public synchronized void sessionIdChanged(HttpSessionEvent event, String before) {
    oldestFirst.remove(before);
  }

  @Override
  public synchronized void sessionDestroyed(HttpSessionEvent event) {
    oldestFirst.remove(event.getSession().getId());
  }
}
