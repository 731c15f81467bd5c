package org.storesync.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.server.api.ApiCaller.object;

import jakarta.json.JsonObject;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pauses, driven by a program. */
@ArquillianTest
@RunAsClient
class PausesClientIT {

  private static final String REASON = "The stock is being counted.";

  @ArquillianResource private URL server;
  private ApiCaller caller;
  private final List<String> begun = new ArrayList<>();

  @BeforeEach
  void call() {
    caller = ApiCaller.withAllRoles(server);
  }

  @AfterEach
  void everything_goes_on() {
    begun.forEach(path -> caller.send("DELETE", path, Map.of(), null));
  }

  private ApiAnswer pause(JsonObject entry) {
    ApiAnswer answer = caller.post("/api/pauses", entry).expect(201);
    begun.add("/api/pauses/" + answer.json().getJsonNumber("id"));
    return answer;
  }

  private List<JsonObject> inForce(String store) {
    return caller.get("/api/pauses").expect(200).items().stream()
        .filter(pause -> pause.getString("store", "").equals(store))
        .toList();
  }

  @Test
  void an_entity_is_paused_until_a_time_and_resumed_before() {
    ApiStore store = ApiStore.make(caller, "API pauses");
    String end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3600).toString();

    JsonObject pause =
        pause(
                object(
                    "store",
                    "api PAUSES",
                    "entity",
                    "SALES_ORDER",
                    "direction",
                    "IMPORT",
                    "reason",
                    REASON,
                    "endsAt",
                    end))
            .json();

    assertThat(pause.getString("store")).isEqualTo(store.name());
    assertThat(pause.getString("entity")).isEqualTo("SALES_ORDER");
    assertThat(pause.getString("direction")).isEqualTo("IMPORT");
    assertThat(pause.getString("endsAt")).isEqualTo(end);
    assertThat(inForce(store.name())).containsExactly(pause);
    assertThat(caller.send("DELETE", begun.get(0), Map.of(), null).expect(200).json())
        .isEqualTo(pause);
    assertThat(inForce(store.name())).isEmpty();
    caller.send("DELETE", begun.get(0), Map.of(), null).expectProblem(404);
  }

  @Test
  void a_run_of_a_paused_store_rests_and_says_why() {
    ApiStore store = ApiStore.make(caller, "API rests").activateOrders();
    pause(object("store", store.name(), "reason", REASON));

    ApiAnswer started =
        caller
            .post(store.path() + "/preparations", object("entities", List.of("SALES_ORDER")))
            .expect(202);
    String run =
        "/api/runs/" + started.json().getJsonArray("runs").getJsonObject(0).getJsonNumber("id");
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> caller.get(run).json().getString("message", "").contains(REASON));

    caller.send("DELETE", begun.get(0), Map.of(), null).expect(200);
    store.await(started);
    assertThat(caller.get(run).json().getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void a_pause_that_makes_no_sense_names_its_field_and_is_not_begun() {
    ApiStore store = ApiStore.make(caller, "API senseless");
    String path = "/api/pauses";
    caller.post(path, object("store", store.name())).expectProblem(400, "reason");
    caller.post(path, object("store", "nobody", "reason", REASON)).expectProblem(400, "store");
    caller
        .post(path, object("store", store.name(), "entity", "NOTHING", "reason", REASON))
        .expectProblem(400, "entity");
    caller
        .post(path, object("entity", "SALES_ORDER", "reason", REASON))
        .expectProblem(400, "entity");
    caller
        .post(
            path, object("store", store.name(), "reason", REASON, "endsAt", "2020-01-01T00:00:00Z"))
        .expectProblem(400, "endsAt");
    caller
        .post(path, object("store", store.name(), "reason", "x".repeat(301)))
        .expectProblem(400, "reason");
    assertThat(inForce(store.name())).isEmpty();
  }
}
