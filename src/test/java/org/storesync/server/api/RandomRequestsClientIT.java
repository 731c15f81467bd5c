package org.storesync.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.server.api.ApiCaller.encoded;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.json.JsonObject;
import java.net.URL;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.storesync.server.api.ApiRoutes.Route;

/** Requests made at random from the served description: none may break the server. */
@ArquillianTest
@RunAsClient
class RandomRequestsClientIT {

  private static final int FEWEST_PER_ROUTE = 40;
  private static final int MOST_PER_ROUTE = 400;

  private static final int MADE_SCHEDULES = 100;

  @ArquillianResource private URL server;

  @Test
  void random_requests_find_no_failure_and_reach_every_route() {
    long seed = Long.getLong("storesync.test.seed", 20_261_126L);
    ApiCaller caller = ApiCaller.withAllRoles(server);
    ApiStore store = ApiStore.make(caller, "API random").activateOrders().prepare().process();
    RandomValues values = new RandomValues(seed, known(caller, store));
    OpenAPI served =
        ApiPromise.resolved(
            caller.sendUnchecked("GET", "/openapi", Map.of(), null).expect(200).body());
    Map<String, Map<Integer, Integer>> statuses = new HashMap<>();
    Set<String> reached = new HashSet<>();
    try {
      for (Route route : ApiRoutes.of(served)) {
        // What earlier requests switched off by chance.
        caller.put(store.path(), "*", ApiCaller.object("active", true)).expect(200);
        store.activateOrders();
        for (int count = 0;
            count < FEWEST_PER_ROUTE
                || count < MOST_PER_ROUTE && !reached.contains(route.toString());
            count++) {
          int status = call(caller, route, values, seed);
          statuses
              .computeIfAbsent(route.toString(), any -> new HashMap<>())
              .merge(status, 1, Integer::sum);
          if (status / 100 == 2) {
            reached.add(route.toString());
          }
        }
      }
    } finally {
      endAll(caller, store);
    }
    assertThat(reached)
        .as("seed %d, %s", seed, statuses)
        .containsAll(ApiRoutes.of(served).stream().map(Route::toString).toList());
  }

  private static Map<String, List<String>> known(ApiCaller caller, ApiStore store) {
    List<String> ids =
        store.records("&limit=20").stream()
            .map(record -> record.getJsonNumber("id").toString())
            .toList();
    List<String> orders =
        caller.get("/api/sales-orders?limit=5").items().stream()
            .map(order -> order.getString("id"))
            .toList();
    List<String> runs =
        caller.get("/api/runs?limit=5").items().stream()
            .map(run -> run.getJsonNumber("id").toString())
            .toList();
    Map<String, List<String>> known = new HashMap<>();
    known.put("store", List.of(store.name()));
    known.put("entity", List.of("SALES_ORDER", "MARKETPLACE_FULFILLED_ORDER"));
    known.put("entities", List.of("SALES_ORDER"));
    known.put("/api/runs/id", runs);
    known.put("/api/sync-records/id", ids);
    known.put("/api/sales-orders/id", orders);
    known.put("/api/pauses/id", pauses(caller, store));
    known.put("/api/schedules/id", schedules(caller, store));
    known.put("rhythm", List.of("DAILY 03:00", "CRON 0 3 * * 1-5"));
    known.put("startsOn", List.of("2026-01-01"));
    known.put("endsOn", List.of("2099-12-31"));
    known.put("windowFrom", List.of("00:00"));
    known.put("windowTo", List.of("23:00"));
    known.put("lastDays", List.of("7"));
    known.put("rowLimit", List.of("100"));
    known.put("stopAfter", List.of("3"));
    known.put("ids", ids);
    known.put("recordIds", ids);
    known.put("If-Match", List.of("*", "\"1\""));
    known.put("region", List.of("NA", "EU"));
    known.put("clientId", List.of("amzn1.application-oa2-client.demo"));
    known.put("apiEndpoint", List.of("/simulator"));
    known.put("tokenEndpoint", List.of("/simulator/auth/o2/token"));
    known.put("timeZone", List.of("UTC", "Asia/Tokyo"));
    // What lies far back would be read for minutes.
    JsonObject entry = ApiStore.entry("any");
    known.put("earliestOrderDate", List.of(entry.getString("earliestOrderDate")));
    return known;
  }

  /** As many as are removed by chance, and more. */
  private static List<String> schedules(ApiCaller caller, ApiStore store) {
    return IntStream.rangeClosed(1, MADE_SCHEDULES)
        .mapToObj(
            number ->
                caller
                    .post(
                        "/api/schedules",
                        ApiCaller.object(
                            "name",
                            "API random " + number,
                            "active",
                            false,
                            "action",
                            "PROCESS",
                            "store",
                            store.name(),
                            "rhythm",
                            "DAILY 03:00"))
                    .expect(201)
                    .json()
                    .getJsonNumber("id")
                    .toString())
        .toList();
  }

  /** Some that can be ended. */
  private static List<String> pauses(ApiCaller caller, ApiStore store) {
    return Stream.of("IMPORT", "EXPORT")
        .map(
            direction ->
                caller
                    .post(
                        "/api/pauses",
                        ApiCaller.object(
                            "store", store.name(), "direction", direction, "reason", "any"))
                    .expect(201))
        .map(begun -> begun.json().getJsonNumber("id").toString())
        .toList();
  }

  private static int call(ApiCaller caller, Route route, RandomValues values, long seed) {
    String path = route.path();
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    Map<String, String> headers = new HashMap<>();
    List<Parameter> parameters =
        route.operation().getParameters() == null ? List.of() : route.operation().getParameters();
    for (Parameter parameter : parameters) {
      String name = parameter.getName();
      switch (parameter.getIn()) {
        case "path" -> {
          String kind = name.equals("id") ? path.replaceAll("/[{]id[}].*", "/id") : name;
          path = path.replace("{" + name + "}", encoded(values.text(kind, parameter.getSchema())));
        }
        case "query" -> {
          if (values.chance(40)) {
            query.add(name + "=" + encoded(values.text(name, parameter.getSchema())));
          }
        }
        case "header" -> {
          if (values.chance(90)) {
            headers.put(name, values.headerText(name));
          }
        }
        default -> throw new IllegalStateException(parameter.getIn());
      }
    }
    String body = null;
    if (route.takesBody()) {
      headers.put("Content-Type", "application/json");
      body =
          values.body(
              route.operation().getRequestBody().getContent().get("application/json").getSchema());
    }
    ApiAnswer answer = caller.sendUnchecked(route.method(), path + query, headers, body);
    assertThat(answer.status())
        .as("seed %d: %s %s%s %s", seed, route.method(), path, query, body)
        .isLessThan(500);
    assertThat(route.operation().getResponses())
        .as("seed %d: %s %s%s %s gave %s", seed, route.method(), path, query, body, answer)
        .containsKey(Integer.toString(answer.status()));
    return answer.status();
  }

  /** The runs that were started by chance must not hold up other tests. */
  private static void endAll(ApiCaller caller, ApiStore store) {
    for (String state : List.of("QUEUED", "RUNNING")) {
      caller.get("/api/runs?limit=1000&state=" + state).items().stream()
          .filter(run -> run.getString("startedBy").equals("token STORESYNC_API_TOKEN"))
          .forEach(
              run ->
                  caller.send(
                      "POST", "/api/runs/" + run.getJsonNumber("id") + "/stop", Map.of(), null));
    }
    caller
        .get("/api/pauses")
        .items()
        .forEach(
            pause ->
                caller.send("DELETE", "/api/pauses/" + pause.getJsonNumber("id"), Map.of(), null));
    caller.get("/api/schedules?limit=1000").items().stream()
        .filter(
            schedule ->
                schedule.getJsonObject("definition").getString("store").equals(store.name()))
        .forEach(
            schedule ->
                caller.send(
                    "DELETE",
                    "/api/schedules/" + schedule.getJsonNumber("id"),
                    Map.of("If-Match", "*"),
                    null));
    caller.put("/api/stores/Demo%20Store", "*", ApiCaller.object("default", true)).expect(200);
    store.retire();
  }
}
