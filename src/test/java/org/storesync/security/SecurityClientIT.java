package org.storesync.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.storesync.server.FormVisitor;
import org.storesync.server.ServerSettings;

@ArquillianTest
@RunAsClient
class SecurityClientIT {

  private static final String PASSWORD = ServerSettings.ADMIN_PASSWORD;

  @ArquillianResource private URL url;

  private URI server;
  private FormVisitor visitor;

  @BeforeEach
  void a_visitor() throws Exception {
    server = url.toURI();
    visitor = new FormVisitor(server);
  }

  // --- sessions and cookies ---

  @Test
  void a_session_id_known_before_sign_in_is_worth_nothing_after_it() {
    FormVisitor victim = new FormVisitor(server);
    victim.signedIn();
    String before = victim.session();
    victim.signedIn();

    assertThat(victim.session()).isNotEmpty().isNotEqualTo(before);
    assertThat(
            visitor
                .get("index.xhtml", "Cookie", "JSESSIONID=" + before)
                .headers()
                .firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).contains("login.xhtml"));
  }

  @Test
  void the_cookies_are_out_of_reach_of_scripts_and_of_foreign_sites() {
    HttpResponse<String> answer = visitor.signIn("admin", PASSWORD);

    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
        .anyMatch(cookie -> cookie.startsWith("storesync_browser="))
        .allSatisfy(
            cookie -> assertThat(cookie.toLowerCase()).contains("httponly", "samesite=lax"));
  }

  @Test
  void behind_tls_the_cookies_are_secure_and_the_browser_is_told_to_stay_there() {
    HttpResponse<String> answer = visitor.signIn("admin", PASSWORD, "X-Forwarded-Proto", "https");

    assertThat(answer.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie.toLowerCase()).contains("; secure"));
    assertThat(answer.headers().firstValue("Strict-Transport-Security"))
        .contains("max-age=31536000");
    assertThat(visitor.get("login.xhtml").headers().firstValue("Strict-Transport-Security"))
        .isEmpty();
  }

  @Test
  void after_signing_out_the_session_is_gone() {
    visitor.signedIn();
    String session = visitor.session();
    Map<String, String> signOut = visitor.hiddenFields("account.xhtml");
    signOut.put("signOut", "signOut");
    signOut.put("signOut:go", "signOut:go");
    assertThat(visitor.post("account.xhtml", signOut).statusCode()).isEqualTo(302);

    HttpResponse<String> late =
        new FormVisitor(server).get("index.xhtml", "Cookie", "JSESSIONID=" + session);

    assertThat(late.statusCode()).isEqualTo(302);
  }

  // --- guessing ---

  @Test
  void a_name_of_nobody_is_answered_like_that_of_a_user() {
    String nobody = "nobody" + System.nanoTime();
    String first = visitor.signIn(nobody, "wrong").body();
    for (int i = 0; i < 4; i++) {
      visitor.signIn(nobody, "wrong");
    }

    assertThat(first).contains("The user name or the password is wrong");
    assertThat(visitor.signIn(nobody, "wrong").body()).contains("Too many failed attempts");
  }

  // --- foreign pages ---

  private Map<String, String> newUser(String name) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("newUser", "newUser");
    fields.put("newUser:name", name);
    fields.put("newUser:password", "a password of many words");
    fields.put("newUser:role_input", "VIEWER");
    fields.put("newUser:create", "newUser:create");
    return fields;
  }

  private boolean isThere(String userName) {
    return new FormVisitor(server).signedIn().get("users.xhtml").body().contains(userName);
  }

  @Test
  void a_form_with_its_own_view_state_changes_something() {
    String name = "made" + System.nanoTime();
    visitor.signedIn();
    Map<String, String> fields = newUser(name);
    fields.putAll(visitor.hiddenFields("users.xhtml"));
    visitor.post("users.xhtml", fields);

    assertThat(isThere(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "stateless", "-1:-1", "1234567890123456789:-1234567890123456789"})
  void a_form_without_its_view_state_changes_nothing(String viewState) {
    String name = "forged" + System.nanoTime();
    visitor.signedIn();
    Map<String, String> fields = newUser(name);
    fields.putAll(visitor.hiddenFields("users.xhtml"));
    fields.remove("jakarta.faces.ViewState");
    if (!viewState.isEmpty()) {
      fields.put("jakarta.faces.ViewState", viewState);
    }
    visitor.post("users.xhtml", fields);

    assertThat(isThere(name)).isFalse();
  }

  @Test
  void a_form_with_the_view_state_of_somebody_else_changes_nothing() {
    String name = "foreign" + System.nanoTime();
    Map<String, String> fields = newUser(name);
    fields.putAll(new FormVisitor(server).signedIn().hiddenFields("users.xhtml"));
    visitor.signedIn().post("users.xhtml", fields);

    assertThat(isThere(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Origin: https://evil.example.com",
        "Origin: null"
      })
  void a_change_from_a_foreign_page_is_refused(String header) {
    String name = "crossed" + System.nanoTime();
    visitor.signedIn();
    Map<String, String> fields = newUser(name);
    fields.putAll(visitor.hiddenFields("users.xhtml"));

    assertThat(visitor.post("users.xhtml", fields, header.split(": ")).statusCode()).isEqualTo(403);
    assertThat(isThere(name)).isFalse();
    assertThat(visitor.signIn("admin", PASSWORD, header.split(": ")).statusCode()).isEqualTo(403);
  }

  // --- what an answer tells ---

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login.xhtml",
        "index.xhtml",
        "users.xhtml",
        "nothing-here",
        "api/stores",
        "health"
      })
  void every_answer_tells_the_browser_what_it_must_not_do(String path) {
    HttpResponse<String> answer = visitor.get(path);

    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void pages_run_no_script_that_is_not_ours() {
    FormVisitor administrator = new FormVisitor(server).signedIn();
    for (String page : List.of("login.xhtml", "index.xhtml", "users.xhtml", "audit.xhtml")) {
      HttpResponse<String> answer =
          (page.equals("login.xhtml") ? visitor : administrator).get(page);
      List<String> policies = answer.headers().allValues("Content-Security-Policy");
      assertThat(policies).as(page).hasSize(1);
      assertThat(policies.get(0))
          .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
          .containsPattern("script-src 'self' 'nonce-[^']+'")
          .doesNotContainPattern("script-src[^;]*unsafe");
      assertThat(answer.body()).as(page).doesNotContainPattern("<[^>]+\\son[a-z]+=\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing-here",
        "nothing-here.xhtml",
        "WEB-INF/web.xml",
        "login.xhtml/../WEB-INF/web.xml",
        "resources/storesync/frame.js",
        "jakarta.faces.resource/nothing.css.xhtml?ln=storesync",
        "api/nothing",
        "health/nothing"
      })
  void no_refusal_tells_what_the_server_is(String path) {
    FormVisitor signedIn = new FormVisitor(server).signedIn();
    for (HttpResponse<String> answer : List.of(visitor.get(path), signedIn.get(path))) {
      assertTellsNothing(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "TRACE", "PROPFIND", "PATCH"})
  void no_unusual_method_tells_what_the_server_is(String method) {
    HttpResponse<String> answer =
        visitor.send(
            HttpRequest.newBuilder(server.resolve("login.xhtml"))
                .method(method, BodyPublishers.noBody())
                .build());

    assertThat(answer.statusCode()).isLessThan(500);
    assertTellsNothing(answer);
  }

  private static void assertTellsNothing(HttpResponse<String> answer) {
    assertThat(answer.headers().map().toString() + answer.body())
        .as("%s %s", answer.request().method(), answer.uri())
        .doesNotContainPattern(
            "(?i)payara|glassfish|grizzly|jersey|mojarra|servlet/|caused by|\\tat [a-z]+\\.");
  }

  // --- what a request may bring ---

  @Test
  void a_form_that_is_too_large_is_refused_before_it_is_read() {
    HttpResponse<String> answer =
        visitor.post("login.xhtml", Map.of("login:name", "x".repeat(2_200_000)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertTellsNothing(answer);
  }

  @Test
  void a_form_without_a_length_is_refused() {
    HttpResponse<String> answer =
        visitor.send(
            HttpRequest.newBuilder(server.resolve("login.xhtml"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[100])))
                .build());

    assertThat(answer.statusCode()).isEqualTo(411);
  }

  @Test
  void a_live_channel_is_opened_to_our_own_pages_only() {
    assertThat(handshake("https://evil.example.com")).isEqualTo(403);
    assertThat(handshake(server.getScheme() + "://" + server.getAuthority())).isNotEqualTo(403);
  }

  private int handshake(String origin) {
    try (java.net.Socket socket = new java.net.Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      visitor.signedIn();
      String request =
          """
          GET /jakarta.faces.push/live?x HTTP/1.1
          Host: %s
          Connection: Upgrade
          Upgrade: websocket
          Sec-WebSocket-Version: 13
          Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
          Origin: %s
          Cookie: JSESSIONID=%s

          """
              .formatted(server.getAuthority(), origin, visitor.session())
              .replace("\n", "\r\n");
      socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      String status =
          new java.io.BufferedReader(new java.io.InputStreamReader(socket.getInputStream()))
              .readLine();
      return Integer.parseInt(status.split(" ")[1]);
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void no_address_of_a_session_stands_in_an_address() {
    visitor.signedIn();
    assertThat(visitor.get("index.xhtml").body()).doesNotContainIgnoringCase("jsessionid");
    assertThat(visitor.cookies()).extracting(HttpCookie::getName).contains("JSESSIONID");
  }
}
