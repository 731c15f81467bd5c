package org.storesync.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.server.FormVisitor;
import org.storesync.server.ServerSettings;

/** What time does to whoever is signed in. The server's clock is moved; nobody waits. */
@ArquillianTest
@RunAsClient
class SessionLimitsClientIT {

  private static final String PASSWORD = "four words of a sitter";

  @ArquillianResource private URL url;

  private URI server;
  private FormVisitor visitor;

  @BeforeEach
  void somebody_is_signed_in() throws Exception {
    server = url.toURI();
    // The clock stands still, so that what passes is only what a test says.
    later(Duration.ZERO);
    visitor = new FormVisitor(server).signedIn();
  }

  @AfterEach
  void the_clock_goes_on() {
    assertThat(clock(HttpRequest.newBuilder().DELETE()).statusCode()).isEqualTo(200);
  }

  private void later(Duration time) {
    assertThat(
            clock(
                    HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(
                            BodyPublishers.ofString(
                                "{\"seconds\":%d}".formatted(time.toSeconds()))))
                .statusCode())
        .isEqualTo(200);
  }

  private HttpResponse<String> clock(HttpRequest.Builder request) {
    return new FormVisitor(server)
        .send(
            request
                .uri(server.resolve("api/for-tests/clock"))
                .header("Authorization", "Bearer " + ServerSettings.API_TOKEN)
                .build());
  }

  private boolean isSignedIn() {
    HttpResponse<String> answer = visitor.get("account.xhtml");
    if (answer.statusCode() == 302) {
      assertThat(answer.headers().firstValue("Location").orElse("")).contains("login.xhtml");
    }
    return answer.statusCode() == 200;
  }

  @Test
  void a_session_that_is_not_used_for_half_an_hour_ends() {
    later(Duration.ofMinutes(29));
    assertThat(isSignedIn()).isTrue();
    later(Duration.ofMinutes(29));
    assertThat(isSignedIn()).as("it was used in between").isTrue();

    later(Duration.ofMinutes(31));

    assertThat(isSignedIn()).isFalse();
    later(Duration.ofMinutes(-31));
    assertThat(isSignedIn()).as("what has ended does not come back").isFalse();
  }

  @Test
  void a_session_ends_after_twelve_hours_however_busy_it_is() {
    for (int quarters = 0; quarters < 48; quarters++) {
      assertThat(isSignedIn()).as("after %d quarters of an hour", quarters).isTrue();
      later(Duration.ofMinutes(15));
    }
    assertThat(isSignedIn()).as("after twelve hours").isTrue();

    later(Duration.ofMinutes(1));

    assertThat(isSignedIn()).isFalse();
  }

  // --- the own password ---

  private FormVisitor newUser(String name) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("newUser", "newUser");
    fields.put("newUser:name", name);
    fields.put("newUser:password", PASSWORD);
    fields.put("newUser:role_input", "VIEWER");
    fields.put("newUser:create", "newUser:create");
    fields.putAll(visitor.hiddenFields("users.xhtml"));
    visitor.post("users.xhtml", fields);
    FormVisitor user = new FormVisitor(server);
    assertThat(user.signIn(name, PASSWORD).statusCode()).isEqualTo(302);
    return user;
  }

  private static String changePassword(FormVisitor user, String current, String password) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("account", "account");
    fields.put("account:current", current);
    fields.put("account:password", password);
    fields.put("account:submit", "account:submit");
    fields.putAll(user.hiddenFields("account.xhtml"));
    return user.post("account.xhtml", fields).body();
  }

  @Test
  void whoever_guesses_the_current_password_at_an_open_page_has_to_wait() {
    String name = "sitter" + System.nanoTime();
    FormVisitor user = newUser(name);
    for (int guess = 1; guess <= 5; guess++) {
      assertThat(changePassword(user, "guess " + guess, "another four words"))
          .contains("The current password is wrong");
    }

    assertThat(changePassword(user, PASSWORD, "another four words"))
        .as("the right one waits too")
        .contains("Too many wrong passwords. Try again in 11 seconds");
    assertThat(new FormVisitor(server).signIn(name, PASSWORD).statusCode())
        .as("the sign-in is another door")
        .isEqualTo(302);

    later(Duration.ofSeconds(11));
    assertThat(changePassword(user, PASSWORD, "another four words"))
        .contains("Your password was changed");
    assertThat(new FormVisitor(server).signIn(name, "another four words").statusCode())
        .isEqualTo(302);
  }
}
