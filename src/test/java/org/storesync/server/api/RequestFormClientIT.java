package org.storesync.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.storesync.server.ServerSettings;
import org.storesync.server.api.ApiRoutes.Route;

/** Requests that are wrong in their form, whatever they ask for. */
@ArquillianTest
@RunAsClient
class RequestFormClientIT {

  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/json", "If-Match", "*");

  @ArquillianResource private URL server;
  private ApiCaller caller;

  @BeforeEach
  void call() {
    caller = ApiCaller.withAllRoles(server);
  }

  @Test
  void every_route_refuses_what_is_no_json_object() {
    for (Route route : ApiRoutes.of(ApiPromise.document())) {
      if (route.takesBody()) {
        for (String body :
            new String[] {
              "", "{", "nonsense", "[]", "7", "null", "{\"a\":1}}", "[".repeat(100_000), "\u0000"
            }) {
          caller.send(route.method(), route.withNothing(), JSON, body).expectProblem(400);
        }
      }
    }
  }

  @Test
  void every_route_refuses_fields_that_it_does_not_know() {
    for (Route route : ApiRoutes.of(ApiPromise.document())) {
      if (route.takesBody()) {
        caller
            .send(route.method(), route.withNothing(), JSON, "{\"nobodyKnows\":{\"a\":[]}}")
            .expectProblem(400, "nobodyKnows");
      }
    }
  }

  @Test
  void every_route_refuses_a_body_of_more_than_a_megabyte() {
    String large = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";
    for (Route route : ApiRoutes.of(ApiPromise.document())) {
      if (route.takesBody()) {
        caller.send(route.method(), route.withNothing(), JSON, large).expectProblem(413);
      }
    }
  }

  @Test
  void whoever_sends_far_too_much_still_hears_that_it_is_too_much() {
    caller
        .send("POST", "/api/items", JSON, "{\"itemId\":\"" + "x".repeat(8 << 20) + "\"}")
        .expectProblem(413);
  }

  @Test
  void every_route_refuses_a_body_that_says_it_is_something_else() {
    for (Route route : ApiRoutes.of(ApiPromise.document())) {
      if (route.takesBody()) {
        caller
            .send(
                route.method(),
                route.withNothing(),
                Map.of("Content-Type", "text/xml", "If-Match", "*"),
                "<a/>")
            .expectProblem(415);
      }
    }
  }

  @Test
  void every_route_refuses_to_answer_in_another_form() {
    for (Route route : ApiRoutes.of(ApiPromise.document())) {
      caller
          .send(
              route.method(),
              route.withNothing(),
              Map.of("Accept", "image/png", "Content-Type", "application/json"),
              route.takesBody() ? "{}" : null)
          .expectProblem(406);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1.5", "-", "99999999999999999999", "1%27%20or%201=1", "%01"})
  void an_id_that_is_none_is_named(String id) {
    caller.get("/api/runs/" + id).expectProblem(400, "id");
    caller.get("/api/sync-records/" + id).expectProblem(400, "id");
    caller.send("POST", "/api/runs/" + id + "/stop", Map.of(), null).expectProblem(400, "id");
  }

  @Test
  void an_address_that_is_none_is_a_problem_document_too() {
    ApiAnswer missing = caller.sendUnchecked("GET", "/api/nothing/here", Map.of(), null);
    missing.expectProblem(404);
    caller.sendUnchecked("GET", "/api", Map.of(), null).expectProblem(404);
    ApiAnswer method = caller.sendUnchecked("DELETE", "/api/stores", Map.of(), null);
    method.expectProblem(405);
    assertThat(method.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
  }

  @Test
  void the_server_itself_turns_away_an_address_with_a_nul() {
    assertThat(caller.sendUnchecked("GET", "/api/runs/%00", Map.of(), null).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://evil.example.com",
    "Origin, null"
  })
  void a_page_of_another_site_gets_nothing_done_even_with_a_token(String header, String value) {
    caller
        .sendUnchecked(
            "POST",
            "/api/items",
            Map.of("Content-Type", "application/json", header, value),
            "{\"itemId\":\"API-FOREIGN\",\"description\":\"Foreign\"}")
        .expectProblem(403);
    assertThat(caller.get("/api/items?limit=1000").body()).doesNotContain("API-FOREIGN");
  }

  @Test
  void a_body_that_is_announced_too_large_is_refused_before_it_comes() throws IOException {
    String request =
        """
        POST /api/items HTTP/1.1
        Host: %s
        Authorization: Bearer %s
        Content-Type: application/json
        Content-Length: 99999999999
        Connection: close

        """
            .formatted(server.getAuthority(), ServerSettings.API_TOKEN)
            .replace("\n", "\r\n");
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String status = new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();

      assertThat(status).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void a_header_that_can_not_be_read_is_refused() {
    caller.send("GET", "/api/runs", Map.of("Accept", "/"), null).expectProblem(400);
    caller.send("POST", "/api/items", Map.of("Content-Type", "nonsense"), "{}").expectProblem(400);
  }

  @Test
  void a_body_without_a_content_type_is_refused() {
    caller.send("POST", "/api/items", Map.of(), "{}").expectProblem(415);
  }

  @Test
  void no_cache_keeps_an_answer() {
    assertThat(caller.get("/api/runs").headers().firstValue("Cache-Control")).contains("no-store");
  }
}
