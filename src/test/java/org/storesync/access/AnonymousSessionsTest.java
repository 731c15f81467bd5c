package org.storesync.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnonymousSessionsTest {

  private final AnonymousSessions sessions = new AnonymousSessions();
  private final List<String> ended = new ArrayList<>();
  private final List<Integer> kept = new ArrayList<>();

  /** A session as the server has it, which notes what becomes of it. */
  private HttpSessionEvent session(String id) {
    return new HttpSessionEvent(
        (HttpSession)
            Proxy.newProxyInstance(
                HttpSession.class.getClassLoader(),
                new Class<?>[] {HttpSession.class},
                (session, method, arguments) ->
                    switch (method.getName()) {
                      case "getId" -> id;
                      case "invalidate" -> ended.add(id) ? null : null;
                      case "setMaxInactiveInterval" ->
                          kept.add((Integer) arguments[0]) ? null : null;
                      default -> throw new UnsupportedOperationException(method.getName());
                    }));
  }

  private void visitors(int count) {
    for (int i = 0; i < count; i++) {
      sessions.sessionCreated(session("visitor " + i));
    }
  }

  @Test
  void a_session_without_a_user_is_kept_for_five_minutes() {
    sessions.sessionCreated(session("visitor"));

    assertThat(kept).containsExactly(300);
  }

  @Test
  void of_too_many_the_oldest_go() {
    sessions.sessionCreated(session("first"));
    sessions.sessionCreated(session("second"));
    visitors(AnonymousSessions.MOST - 2);
    assertThat(ended).isEmpty();

    visitors(1);
    sessions.sessionCreated(session("one more"));

    assertThat(ended).containsExactly("first");
  }

  @Test
  void whoever_signed_in_stays_however_many_come() {
    sessions.sessionCreated(session("before sign-in"));
    sessions.sessionIdChanged(session("after sign-in"), "before sign-in");

    visitors(AnonymousSessions.MOST + 1);

    assertThat(ended).containsExactly("visitor 0");
  }

  @Test
  void one_that_ended_by_itself_does_not_count() {
    sessions.sessionCreated(session("gone"));
    sessions.sessionDestroyed(session("gone"));

    visitors(AnonymousSessions.MOST);

    assertThat(ended).isEmpty();
  }
}
