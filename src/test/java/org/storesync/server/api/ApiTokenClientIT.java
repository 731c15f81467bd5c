package org.storesync.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.server.api.ApiCaller.object;

import jakarta.json.JsonObject;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.storesync.server.api.ApiRoutes.Route;

/** Who is let in. */
@ArquillianTest
@RunAsClient
class ApiTokenClientIT {

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  @ArquillianResource private URL server;

  private static List<Route> routes() {
    return ApiRoutes.of(ApiPromise.document());
  }

  private static ApiAnswer call(ApiCaller caller, Route route) {
    return caller.send(route.method(), route.withNothing(), JSON, route.takesBody() ? "{}" : null);
  }

  @Test
  void no_route_answers_without_a_token() {
    ApiCaller nobody = new ApiCaller(server, null);

    for (Route route : routes()) {
      ApiAnswer answer = call(nobody, route);
      answer.expectProblem(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void no_route_answers_to_a_wrong_token() {
    ApiCaller stranger = new ApiCaller(server, "storesync_wrong");

    for (Route route : routes()) {
      call(stranger, route).expectProblem(401);
    }
  }

  @Test
  void a_viewer_is_refused_by_every_route_that_changes_something() {
    ApiCaller viewer = ApiCaller.withRole(server, "VIEWER", "routes-viewer");

    for (Route route : routes()) {
      int status = call(viewer, route).status();
      if (route.answers("403")) {
        assertThat(status).as(route.toString()).isEqualTo(403);
      } else {
        assertThat(status).as(route.toString()).isIn(200, 404);
      }
    }
  }

  @Test
  void an_operator_is_refused_by_the_routes_of_administrators_only() {
    ApiCaller operator = ApiCaller.withRole(server, "OPERATOR", "routes-operator");
    List<String> administrators =
        List.of("createStore", "changeStore", "testConnection", "changeEntity");

    for (Route route : routes()) {
      int status = call(operator, route).status();
      if (administrators.contains(route.operation().getOperationId())) {
        assertThat(status).as(route.toString()).isEqualTo(403);
      } else {
        assertThat(status).as(route.toString()).isIn(200, 400, 404);
      }
    }
  }

  @Test
  void an_administrator_is_refused_by_no_route() {
    ApiCaller administrator = ApiCaller.withRole(server, "ADMINISTRATOR", "routes-administrator");

    for (Route route : routes()) {
      assertThat(call(administrator, route).status()).as(route.toString()).isIn(200, 400, 404, 428);
    }
  }

  @Test
  void an_expired_token_is_refused() {
    ApiCaller caller = new ApiCaller(server, ApiCaller.makeToken(server, "short", "VIEWER", 1));

    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> caller.get("/api/runs").status() == 401);
  }

  @Test
  void a_revoked_token_is_refused_from_its_next_call_on() {
    ApiCaller caller = ApiCaller.withRole(server, "VIEWER", "revoked");
    caller.get("/api/runs").expect(200);

    ApiCaller.withAllRoles(server)
        .sendUnchecked("POST", "/api/for-tests/tokens/revoked/revocation", JSON, null)
        .expect(200);

    caller.get("/api/runs").expectProblem(401);
  }

  @Test
  void a_used_token_says_who_made_it_and_that_it_was_used() {
    ApiCaller.withRole(server, "VIEWER", "used").get("/api/runs").expect(200);

    String listed =
        ApiCaller.withAllRoles(server)
            .sendUnchecked("GET", "/api/for-tests/tokens", Map.of(), null)
            .expect(200)
            .body();

    assertThat(listed)
        .contains(
            "{\"madeBy\":\"token STORESYNC_API_TOKEN\",\"name\":\"used\",\"role\":\"VIEWER\",\"used\":true}");
  }

  @Test
  void a_token_is_never_told_again_and_its_name_never_given_twice() {
    String secret = ApiCaller.makeToken(server, "once", "VIEWER", 600_000);
    ApiCaller administrator = ApiCaller.withAllRoles(server);

    assertThat(administrator.sendUnchecked("GET", "/api/for-tests/tokens", Map.of(), null).body())
        .doesNotContain(secret);
    JsonObject again = object("name", "ONCE", "role", "VIEWER", "lifeMillis", 1000);
    assertThat(
            administrator
                .sendUnchecked("POST", "/api/for-tests/tokens", JSON, again.toString())
                .status())
        .isEqualTo(500);
  }

  @Test
  void a_token_opens_no_session_and_a_form_of_credentials_in_the_header_does_not_count() {
    ApiAnswer answer = ApiCaller.withAllRoles(server).get("/api/runs").expect(200);

    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    new ApiCaller(server, null)
        .send("GET", "/api/runs", Map.of("Authorization", "Basic YWRtaW46Y29ycmVjdA=="), null)
        .expectProblem(401);
  }

  @Test
  void the_description_is_open_to_everybody() {
    new ApiCaller(server, null).sendUnchecked("GET", "/openapi", Map.of(), null).expect(200);
  }
}
