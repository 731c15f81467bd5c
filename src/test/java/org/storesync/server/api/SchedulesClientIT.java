package org.storesync.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.server.api.ApiCaller.object;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schedules, driven by a program. */
@ArquillianTest
@RunAsClient
class SchedulesClientIT {

  private static final String CLOCK = "/api/for-tests/clock";

  @ArquillianResource private URL server;
  private ApiCaller caller;

  @BeforeEach
  void call() {
    caller = ApiCaller.withAllRoles(server);
  }

  @AfterEach
  void the_clock_goes_on() {
    caller.sendUnchecked("DELETE", CLOCK, Map.of(), null).expect(200);
  }

  private static JsonObject entry(ApiStore store, String name) {
    return object(
        "name",
        name,
        "active",
        false,
        "action",
        "PROCESS",
        "store",
        store.name(),
        "rhythm",
        "CRON 30 2 * * 1-5",
        "timeZone",
        "Europe/Berlin");
  }

  private static JsonObject with(JsonObject object, String name, Object value) {
    return Json.createObjectBuilder(object)
        .addAll(Json.createObjectBuilder(object(name, value)))
        .build();
  }

  private String make(JsonObject entry) {
    ApiAnswer made = caller.post("/api/schedules", entry).expect(201);
    String location = made.headers().firstValue("Location").orElseThrow();
    return location.substring(location.indexOf("/api/"));
  }

  @Test
  void a_schedule_is_made_read_changed_and_removed() {
    ApiStore store = ApiStore.make(caller, "API scheduled");
    String path = make(entry(store, "API nightly"));
    ApiAnswer read = caller.get(path).expect(200);
    JsonObject definition = read.json().getJsonObject("definition");
    assertThat(definition.getInt("stopAfter")).isEqualTo(10);

    ApiAnswer back = caller.put(path, read.tag(), definition).expect(200);
    assertThat(back.json()).isEqualTo(read.json());
    ApiAnswer changed = caller.put(path, back.tag(), with(definition, "active", true)).expect(200);
    assertThat(changed.json().getString("next")).matches("20.*T0[01]:30:00Z");
    caller.put(path, read.tag(), definition).expectProblem(412);
    caller.put(path, null, definition).expectProblem(428);

    caller.send("DELETE", path, Map.of("If-Match", changed.tag()), null).expect(200);
    caller.get(path).expectProblem(404);
  }

  @Test
  void what_is_wrong_is_told_field_by_field() {
    ApiStore store = ApiStore.make(caller, "API badly scheduled");
    JsonObject entry = entry(store, "API wrong");

    caller
        .post("/api/schedules", with(entry, "rhythm", "CRON 61 * * * *"))
        .expectProblem(400, "rhythm");
    caller.post("/api/schedules", with(entry, "store", "nobody")).expectProblem(400, "store");
    caller
        .post("/api/schedules", with(entry, "entities", List.of("NOTHING")))
        .expectProblem(400, "entities[0]");
    caller
        .post(
            "/api/schedules", with(with(entry, "action", "PREPARE"), "mode", "INCREMENTAL_BY_DATE"))
        .expectProblem(400, "to");
    caller.post("/api/schedules", with(entry, "windowFrom", "8")).expectProblem(400, "windowFrom");
    make(entry);
    caller.post("/api/schedules", entry).expectProblem(409, "name");
  }

  @Test
  void executions_are_listed_with_their_runs() {
    ApiStore store = ApiStore.make(caller, "API executed").activateOrders().prepare();
    String path =
        make(with(with(entry(store, "API minutely"), "active", true), "rhythm", "EVERY_MINUTES 1"));
    caller
        .sendUnchecked(
            "POST",
            CLOCK,
            Map.of("Content-Type", "application/json"),
            object("seconds", 60).toString())
        .expect(200);

    List<JsonObject> executions =
        Awaitility.await("an execution")
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofMillis(500))
            .until(
                () -> caller.get(path + "/executions").expect(200).items(),
                items -> !items.isEmpty() && first(items).getString("outcome").equals("SUCCEEDED"));

    long run = first(executions).getJsonArray("runs").getJsonNumber(0).longValue();
    assertThat(caller.get("/api/runs/" + run).expect(200).json().getString("startedBy"))
        .isEqualTo("API minutely");
    caller.send("DELETE", path, Map.of("If-Match", "*"), null).expect(200);
  }

  /** The newest comes first. */
  private static JsonObject first(List<JsonObject> executions) {
    return executions.get(executions.size() - 1);
  }
}
