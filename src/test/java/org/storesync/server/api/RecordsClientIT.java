package org.storesync.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.server.api.ApiCaller.encoded;
import static org.storesync.server.api.ApiCaller.object;

import jakarta.json.JsonObject;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job, driven by a program: orders are prepared, processed, looked at and repaired. */
@ArquillianTest
@RunAsClient
class RecordsClientIT {

  private static ApiStore store;
  private static ApiCaller caller;

  @ArquillianResource private URL server;

  @BeforeEach
  void prepareOnce() {
    if (store == null) {
      caller = ApiCaller.withAllRoles(server);
      store = ApiStore.make(caller, "API records").activateOrders().prepare();
    }
  }

  @AfterAll
  static void retire() {
    if (store != null) {
      store.retire();
    }
    store = null;
  }

  private static List<Long> ids(List<JsonObject> records) {
    return records.stream().map(record -> record.getJsonNumber("id").longValue()).toList();
  }

  private static JsonObject act(String action, List<Long> ids) {
    return caller
        .post("/api/sync-records/actions", object("action", action, "ids", ids))
        .expect(200)
        .json();
  }

  private static List<String> outcomes(JsonObject answer) {
    return answer.getJsonArray("results").getValuesAs(JsonObject.class).stream()
        .map(result -> result.getString("outcome"))
        .toList();
  }

  @Test
  void a_preparation_tells_what_it_reads_and_what_came_of_it() {
    JsonObject run =
        store.await(
            caller.post(
                store.path() + "/preparations",
                object(
                    "mode", "FULL",
                    "entities", List.of("SALES_ORDER"),
                    "from", Instant.now().minusSeconds(86_400).toString())));

    assertThat(run.getString("kind")).isEqualTo("PREPARE");
    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getString("store")).isEqualTo(store.name());
    assertThat(run.getString("entity")).isEqualTo("SALES_ORDER");
    assertThat(run.getString("mode")).isEqualTo("FULL");
    assertThat(run.getString("startedBy")).isEqualTo("token STORESYNC_API_TOKEN");
    assertThat(run.getJsonObject("window").keySet()).containsExactlyInAnyOrder("from", "to");
    assertThat(run.getJsonObject("counts").keySet())
        .containsExactlyInAnyOrder("fetched", "prepared", "unchanged", "filtered", "failed");
    assertThat(run.getInt("callsUsed")).isPositive();
  }

  @Test
  void a_processing_writes_orders_that_can_then_be_read() {
    JsonObject chosen = store.records("&status=PREPARED&limit=1").get(0);
    List<Long> id = ids(List.of(chosen));

    JsonObject run =
        store.await(
            caller.post(
                store.path() + "/processings",
                object("entity", "SALES_ORDER", "recordIds", id, "limit", 1)));

    assertThat(run.getString("kind")).isEqualTo("PROCESS");
    assertThat(run.getJsonObject("counts").getInt("remaining")).isZero();
    JsonObject record = caller.get("/api/sync-records/" + id.get(0)).expect(200).json();
    assertThat(record.getJsonArray("attemptLog")).hasSize(1);
    assertThat(record.getString("status")).isIn("PROCESSED", "FAILED");
  }

  @Test
  void an_order_of_our_books_tells_personal_data_to_operators_only() {
    store.process();
    JsonObject record = store.records("&status=PROCESSED&limit=1").get(0);
    List<JsonObject> found =
        caller
            .get("/api/sales-orders?amazonOrderId=" + record.getString("externalId"))
            .expect(200)
            .items();
    String path =
        "/api/sales-orders/"
            + found.stream()
                .filter(order -> order.getString("store").equals(store.name()))
                .findFirst()
                .orElseThrow()
                .getString("id");

    JsonObject order = caller.get(path).expect(200).json();
    JsonObject forViewers =
        ApiCaller.withRole(server, "VIEWER", "order-viewer").get(path).expect(200).json();

    assertThat(order.getJsonArray("lines")).isNotEmpty();
    assertThat(order.containsKey("shipTo")).isTrue();
    assertThat(forViewers.keySet()).doesNotContain("shipTo", "buyer");
    caller.get("/api/sales-orders/XX-1").expectProblem(404);
    caller.get("/api/sales-orders?amazonOrderId=%27%20or%201=1").expect(200);
  }

  @Test
  void every_order_of_reading_misses_nothing_and_repeats_nothing() {
    List<Long> all = ids(store.records("&limit=1000"));
    assertThat(all).hasSizeGreaterThan(10);
    Stream.of("id", "externalId", "localId", "status", "lastAttempt", "externallyModified")
        .flatMap(name -> Stream.of(name, "-" + name))
        .forEach(
            sort -> {
              List<Long> read = new ArrayList<>();
              String next = "";
              while (next != null) {
                ApiAnswer page =
                    caller
                        .get(
                            "/api/sync-records?store=%s&sort=%s&limit=3&after=%s"
                                .formatted(encoded(store.name()), sort, next))
                        .expect(200);
                read.addAll(ids(page.items()));
                next = page.next();
              }
              assertThat(read).as(sort).containsExactlyInAnyOrderElementsOf(all);
            });
    List<Long> down = new ArrayList<>(ids(store.records("&sort=-id&limit=1000")));
    Collections.reverse(down);
    assertThat(down).isEqualTo(all);
  }

  @Test
  void lists_are_filtered_and_refuse_filters_that_make_no_sense() {
    JsonObject record = store.records("&limit=1").get(0);
    String externalId = record.getString("externalId");

    assertThat(ids(store.records("&externalId=" + externalId))).isEqualTo(ids(List.of(record)));
    assertThat(store.records("&message=" + encoded("100% nobody_said_this"))).isEmpty();
    assertThat(store.records("&entity=MARKETPLACE_FULFILLED_ORDER")).isEmpty();
    caller
        .get("/api/sync-records?store=nobody&entity=NOTHING")
        .expectProblem(400, "store", "entity");
    caller.get("/api/sync-records?status=BROKEN").expectProblem(400, "status");
    caller.get("/api/sync-records?sort=claim_until").expectProblem(400, "sort");
    caller.get("/api/sync-records?limit=1000000").expectProblem(400, "limit");
    caller.get("/api/sync-records?message=%00").expectProblem(400, "message");
    String cursor = caller.get("/api/sync-records?limit=1&sort=status").next();
    caller.get("/api/sync-records?sort=id&after=" + cursor).expectProblem(400, "after");
  }

  @Test
  void an_action_tells_of_each_record_what_came_of_it() {
    List<JsonObject> some = store.records("&sort=-id&limit=3");
    List<Long> ids = ids(some);

    assertThat(outcomes(act("SKIP", List.of(ids.get(0), 999_999_999L))))
        .containsExactly("DONE", "NOT_FOUND");
    assertThat(caller.get("/api/sync-records/" + ids.get(0)).json().getString("status"))
        .isEqualTo("SKIPPED");
    assertThat(outcomes(act("SET_PREPARED", ids.subList(0, 1)))).containsExactly("DONE");
    if (!some.get(0).containsKey("localId")) {
      assertThat(outcomes(act("SET_PROCESSED", ids.subList(0, 1)))).containsExactly("REFUSED");
    }
    JsonObject synced = act("SYNC", ids.subList(1, 2));
    assertThat(outcomes(synced)).containsExactly("STARTED");
    int run = synced.getJsonArray("results").getJsonObject(0).getInt("run");
    assertThat(store.awaitEnd("/api/runs/" + run).getString("kind")).isEqualTo("PROCESS");
    assertThat(outcomes(act("DELETE", ids.subList(2, 3)))).containsExactly("DONE");
    caller.get("/api/sync-records/" + ids.get(2)).expectProblem(404);
  }

  @Test
  void an_action_that_makes_no_sense_changes_nothing() {
    JsonObject record = store.records("&limit=1").get(0);

    caller.post("/api/sync-records/actions", object()).expectProblem(400, "action", "ids");
    caller
        .postText("/api/sync-records/actions", "{\"action\":\"EXPLODE\",\"ids\":[\"x\",1.5,null]}")
        .expectProblem(400, "action", "ids[0]", "ids[1]", "ids[2]");
    caller
        .post(
            "/api/sync-records/actions",
            object("action", "SKIP", "ids", Collections.nCopies(1001, ids(List.of(record)).get(0))))
        .expectProblem(400, "ids");
    ApiCaller.withRole(server, "VIEWER", "actions-viewer")
        .post("/api/sync-records/actions", object("action", "SKIP", "ids", ids(List.of(record))))
        .expectProblem(403);

    assertThat(
            caller
                .get("/api/sync-records/" + ids(List.of(record)).get(0))
                .json()
                .getString("status"))
        .isNotEqualTo("SKIPPED");
  }

  @Test
  void a_preparation_that_makes_no_sense_starts_nothing() {
    String path = store.path() + "/preparations";

    caller.post(path, object("entities", List.of("NOTHING"))).expectProblem(400, "entities[0]");
    caller.post(path, object("entities", List.of())).expectProblem(400, "entities");
    caller.post(path, object("mode", "SOMETIMES")).expectProblem(400, "mode");
    caller.post(path, object("from", "2026-01-01T00:00:00Z")).expectProblem(400, "from");
    caller.post(path, object("mode", "INCREMENTAL_BY_DATE")).expectProblem(400, "to");
    caller
        .post(
            path,
            object("mode", "FULL", "from", "2026-02-01T00:00:00Z", "to", "2026-01-01T00:00:00Z"))
        .expectProblem(400, "from");
    caller.post(path, object("mode", "FULL", "from", "yesterday")).expectProblem(400, "from");
    caller
        .post(path, object("entities", List.of("MARKETPLACE_FULFILLED_ORDER")))
        .expectProblem(409);
    caller.post("/api/stores/nobody/preparations", object()).expectProblem(404);
  }

  @Test
  void a_processing_that_makes_no_sense_starts_nothing() {
    String path = store.path() + "/processings";

    caller.post(path, object("entity", "NOTHING")).expectProblem(400, "entity");
    caller.post(path, object("entity", "MARKETPLACE_FULFILLED_ORDER")).expectProblem(409, "entity");
    caller.post(path, object("limit", 0)).expectProblem(400, "limit");
    caller.post(path, object("recordIds", List.of())).expectProblem(400, "recordIds");
    caller.post(path, object("recordIds", List.of(999_999_999L))).expectProblem(400, "recordIds");
    caller.postText(path, "{\"recordIds\":[1e999999999]}").expectProblem(400, "recordIds[0]");
  }

  @Test
  void a_run_that_has_ended_stays_as_it_is() {
    ApiAnswer started = caller.post(store.path() + "/processings", object("limit", 1));
    JsonObject ended = store.await(started);
    String path = "/api/runs/" + ended.getInt("id");

    ApiAnswer stopped = caller.send("POST", path + "/stop", Map.of(), null).expect(200);

    assertThat(stopped.json()).isEqualTo(ended);
    caller.send("POST", "/api/runs/999999999/stop", Map.of(), null).expectProblem(404);
  }

  @Test
  void runs_come_in_pages_the_newest_first() {
    store.await(caller.post(store.path() + "/processings", object("limit", 1)));
    store.await(caller.post(store.path() + "/processings", object("limit", 1)));
    ApiAnswer first = caller.get("/api/runs?kind=PROCESS&limit=1").expect(200);
    ApiAnswer second =
        caller.get("/api/runs?kind=PROCESS&limit=1&after=" + first.next()).expect(200);

    assertThat(ids(first.items()).get(0)).isGreaterThan(ids(second.items()).get(0));
  }
}
