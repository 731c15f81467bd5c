package org.storesync.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.server.api.ApiCaller.encoded;
import static org.storesync.server.api.ApiCaller.object;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.server.FormVisitor;
import org.storesync.server.ServerSettings;

/** What programs and people do is written down: who, from where, what, before and after. */
@ArquillianTest
@RunAsClient
class AuditedDeedsClientIT {

  /** Behind the proxy on this machine, whose word counts. */
  private static final String ADDRESS = "203.0.113.7";

  @ArquillianResource private URL server;

  private final String mark = Long.toString(System.nanoTime());
  private final String actor = "auditor-" + mark;
  private String secret;
  private ApiCaller caller;

  @BeforeEach
  void a_program_with_a_token_of_its_own() {
    secret = ApiCaller.makeToken(server, actor, "ADMINISTRATOR", 600_000);
    caller = new ApiCaller(server, secret);
  }

  private ApiAnswer send(String method, String path, JsonObject body) {
    Map<String, String> headers =
        Map.of("X-Forwarded-For", ADDRESS, "Content-Type", "application/json", "If-Match", "*");
    String text = body == null ? null : body.toString();
    return path.startsWith("/api/for-tests/")
        ? caller.sendUnchecked(method, path, headers, text)
        : caller.send(method, path, headers, text);
  }

  private List<JsonObject> lines(String query) {
    return ApiCaller.withAllRoles(server)
        .sendUnchecked("GET", "/api/for-tests/audit?" + query, Map.of(), null)
        .expect(200)
        .items();
  }

  /** The only line of this action that this program left, with what it says of the change. */
  private String line(String action, String kind, String subject) {
    List<JsonObject> found =
        lines("who=" + encoded(actor)).stream()
            .filter(line -> line.getString("action").equals(action))
            .filter(line -> line.getString("what").contains(subject))
            .toList();
    assertThat(found).as("%s of %s", action, subject).hasSize(1);
    JsonObject line = found.get(0);
    assertThat(line.getString("actor")).isEqualTo("TOKEN");
    assertThat(line.getString("name")).isEqualTo(actor);
    assertThat(line.getString("address")).isEqualTo(ADDRESS);
    assertThat(line.getString("subject")).isEqualTo(kind);
    return line.getString("changes");
  }

  @Test
  void an_item_that_is_added() {
    String item = "AUDIT-" + mark;
    send(
            "POST",
            "/api/items",
            object(
                "itemId",
                item,
                "description",
                "A lamp",
                "crossReferences",
                List.of(object("type", "SKU", "value", item + "-6", "unitsPerSku", 6))))
        .expect(201);

    assertThat(line("ITEM_CREATED", "ITEM", item))
        .contains("description null>A lamp", "itemId null>" + item, item + "-6");
  }

  @Test
  void a_store_with_its_entity_and_a_test_of_its_connection_and_never_its_secrets() {
    String name = "Audited " + mark;
    send("POST", "/api/stores", ApiStore.entry(name)).expect(201);
    String path = "/api/stores/" + encoded(name);
    send("PUT", path, object("timeZone", "Asia/Tokyo", "clientSecret", "another-secret"))
        .expect(200);
    send("POST", path + "/connection-test", null).expect(200);
    send("PUT", path + "/entities/SALES_ORDER", object("active", true, "maxFailedAttempts", 3))
        .expect(200);

    assertThat(line("STORE_CREATED", "STORE", name))
        .contains("clientSecret hidden", "refreshToken hidden", "region null>NA");
    assertThat(line("STORE_CHANGED", "STORE", name))
        .contains("clientSecret hidden", "UTC>Asia/Tokyo")
        .doesNotContain("region", "refreshToken");
    assertThat(line("CONNECTION_TESTED", "STORE", name)).contains("null>passed");
    assertThat(line("ENTITY_CHANGED", "ENTITY", name + " / SALES_ORDER"))
        .isEqualTo("[active false>true, maxFailedAttempts 5>3]");
    assertThat(lines("who=" + encoded(actor)).toString())
        .doesNotContain("demo-secret", "another-secret", "Atzr");
    send("PUT", path, object("active", false)).expect(200);
  }

  @Test
  void runs_and_what_is_done_with_records() {
    ApiStore store = ApiStore.make(caller, "Audited runs " + mark).activateOrders();
    try {
      ApiAnswer prepared =
          send(
              "POST",
              store.path() + "/preparations",
              object("mode", "FULL", "entities", List.of("SALES_ORDER")));
      store.await(prepared);
      store.await(send("POST", store.path() + "/processings", object("limit", 1)));
      JsonObject record = store.records("&status=PREPARED&limit=1").get(0);
      List<Long> ids = List.of(record.getJsonNumber("id").longValue());
      for (String action : List.of("SKIP", "SET_PREPARED", "DELETE")) {
        send("POST", "/api/sync-records/actions", object("action", action, "ids", ids)).expect(200);
      }
      String order = record.getString("externalId");

      assertThat(line("PREPARATION_STARTED", "RUN", store.name() + " / SALES_ORDER"))
          .contains("mode null>FULL", "thenProcess null>false");
      assertThat(line("PROCESSING_STARTED", "RUN", store.name()))
          .isEqualTo("[forced null>false, records null>1]");
      assertThat(line("RECORDS_SKIPPED", "RECORD", order)).contains("records null>1");
      assertThat(line("RECORDS_SET_AS_PREPARED", "RECORD", order)).contains("records null>1");
      assertThat(line("RECORDS_DELETED", "RECORD", order)).contains("records null>1");
    } finally {
      store.retire();
    }
  }

  @Test
  void a_run_that_is_stopped_and_a_pause_that_is_begun_and_ended() {
    ApiStore store = ApiStore.make(caller, "Audited stop " + mark).activateOrders();
    ApiAnswer pause =
        send("POST", "/api/pauses", object("store", store.name(), "reason", "Stocktaking"))
            .expect(201);
    try {
      String run =
          send("POST", store.path() + "/preparations", object())
              .expect(202)
              .headers()
              .firstValue("Location")
              .orElseThrow();
      send("POST", run + "/stop", null).expect(200);
      send("POST", run + "/stop", null).expect(200);

      line("RUN_STOPPED", "RUN", store.name() + " / SALES_ORDER");
      assertThat(line("PAUSED", "STORE", store.name())).contains("Stocktaking");
    } finally {
      send("DELETE", "/api/pauses/" + pause.json().getJsonNumber("id"), null).expect(200);
      store.retire();
    }
    line("RESUMED", "STORE", store.name());
  }

  @Test
  void a_schedule_from_its_making_to_its_end() {
    ApiStore store = ApiStore.make(caller, "Audited schedule " + mark);
    String name = "Nightly " + mark;
    String location =
        send(
                "POST",
                "/api/schedules",
                object(
                    "name",
                    name,
                    "active",
                    false,
                    "action",
                    "PROCESS",
                    "store",
                    store.name(),
                    "rhythm",
                    "DAILY 03:00"))
            .expect(201)
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String path = location.substring(location.indexOf("/api/"));
    JsonObject definition = caller.get(path).json().getJsonObject("definition");
    send("PUT", path, Json.createObjectBuilder(definition).add("rhythm", "DAILY 04:00").build())
        .expect(200);
    send("DELETE", path, null).expect(200);

    assertThat(line("SCHEDULE_CREATED", "SCHEDULE", name))
        .contains("rhythm null>DAILY 03:00", "store null>" + store.name());
    assertThat(line("SCHEDULE_CHANGED", "SCHEDULE", name))
        .isEqualTo("[rhythm DAILY 03:00>DAILY 04:00]");
    assertThat(line("SCHEDULE_DELETED", "SCHEDULE", name)).contains("DAILY 04:00>null");
    store.retire();
  }

  @Test
  void a_token_that_is_made_and_revoked_and_never_its_secret() {
    String token = "audited-" + mark;
    String made =
        send(
                "POST",
                "/api/for-tests/tokens",
                object("name", token, "role", "VIEWER", "lifeMillis", 600_000))
            .json()
            .getString("secret");
    send("POST", "/api/for-tests/tokens/" + token + "/revocation", null).expect(200);

    assertThat(line("TOKEN_CREATED", "TOKEN", token)).contains("role null>VIEWER", "expires null>");
    assertThat(line("TOKEN_REVOKED", "TOKEN", token)).isEqualTo("[]");
    assertThat(lines("subject=" + token).toString()).doesNotContain(made, secret);
  }

  @Test
  void what_is_refused_leaves_no_line() {
    String name = "Refused " + mark;
    send("POST", "/api/stores", object("name", name)).expectProblem(400);
    send("POST", "/api/items", object("itemId", name)).expectProblem(400);
    send("POST", "/api/stores/nobody/preparations", object()).expectProblem(404);

    assertThat(lines("who=" + encoded(actor))).isEmpty();
  }

  @Test
  void a_person_who_signs_in_and_out() {
    FormVisitor visitor = new FormVisitor(URI.create(server.toString()));
    String address = "203.0.113." + (10 + Math.floorMod(System.nanoTime(), 200));
    int before = lines("who=" + address).size();
    visitor.signIn("admin", ServerSettings.ADMIN_PASSWORD, "X-Forwarded-For", address);
    Map<String, String> signOut = visitor.hiddenFields("account.xhtml");
    signOut.put("signOut", "signOut");
    signOut.put("signOut:go", "signOut:go");
    visitor.post("account.xhtml", signOut, "X-Forwarded-For", address);

    List<JsonObject> lines = lines("who=" + address);
    assertThat(lines).hasSize(before + 2);
    assertThat(lines.subList(0, 2))
        .allSatisfy(
            line -> {
              assertThat(line.getString("actor")).isEqualTo("USER");
              assertThat(line.getString("name")).isEqualTo("admin");
              assertThat(line.getString("subject")).isEqualTo("USER");
            })
        .extracting(line -> line.getString("action"))
        .containsExactly("SIGNED_OUT", "SIGNED_IN");
  }
}
