package org.storesync.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.server.api.ApiCaller.encoded;
import static org.storesync.server.api.ApiCaller.object;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stores and their entities, driven by a program. */
@ArquillianTest
@RunAsClient
class StoresClientIT {

  private static final String MARKUP = "<script>alert(1)</script>'; drop table store; --";

  @ArquillianResource private URL server;
  private ApiCaller caller;

  @BeforeEach
  void call() {
    caller = ApiCaller.withAllRoles(server);
  }

  private static JsonObject with(JsonObject object, String name, Object value) {
    JsonObjectBuilder changed = Json.createObjectBuilder(object);
    changed.addAll(Json.createObjectBuilder(object(name, value)));
    return changed.build();
  }

  private static JsonObject without(JsonObject object, String name) {
    return Json.createObjectBuilder(object).remove(name).build();
  }

  @Test
  void a_new_store_gets_defaults_for_what_is_left_out_and_never_tells_its_secrets() {
    JsonObject entry =
        without(without(ApiStore.entry("API defaults"), "earliestOrderDate"), "timeZone");

    ApiAnswer made = caller.post("/api/stores", entry).expect(201);

    assertThat(made.headers().firstValue("Location").orElseThrow())
        .isEqualTo("/api/stores/API%20defaults");
    JsonObject store = made.json();
    assertThat(store.getBoolean("active")).isTrue();
    assertThat(store.getBoolean("default")).isFalse();
    assertThat(store.getString("timeZone")).isEqualTo("UTC");
    assertThat(store.getString("earliestOrderDate")).matches("20\\d\\d-\\d\\d-\\d\\d");
    assertThat(made.body()).doesNotContain("demo-secret", "Atzr");
    assertThat(caller.get("/api/stores/API%20defaults").tag()).isEqualTo(made.tag());
  }

  @Test
  void a_store_is_found_whatever_the_case_and_made_once_only() {
    ApiStore.make(caller, "API Once");

    caller.get("/api/stores/api%20once").expect(200);
    caller.post("/api/stores", ApiStore.entry("api ONCE")).expectProblem(409, "name");
  }

  @Test
  void a_change_keeps_what_is_left_out() {
    ApiStore store = ApiStore.make(caller, "API kept");
    JsonObject before = caller.get(store.path()).json();

    ApiAnswer changed =
        caller
            .put(store.path(), caller.get(store.path()).tag(), object("timeZone", "Europe/Berlin"))
            .expect(200);

    assertThat(without(changed.json(), "timeZone")).isEqualTo(without(before, "timeZone"));
    assertThat(changed.json().getString("timeZone")).isEqualTo("Europe/Berlin");
    JsonObject test = caller.send("POST", store.path() + "/connection-test", Map.of(), null).json();
    assertThat(test.getBoolean("passed")).as(test.toString()).isTrue();
  }

  @Test
  void what_was_read_can_be_sent_back() {
    ApiStore store = ApiStore.make(caller, "API back");
    ApiAnswer read = caller.get(store.path());

    assertThat(caller.put(store.path(), read.tag(), read.json()).expect(200).json())
        .isEqualTo(read.json());
  }

  @Test
  void a_change_needs_to_say_what_it_changes() {
    ApiStore store = ApiStore.make(caller, "API versions");
    String seen = caller.get(store.path()).tag();

    caller.put(store.path(), null, object("active", false)).expectProblem(428);
    caller.put(store.path(), "\"77\"", object("active", false)).expectProblem(412);
    caller.put(store.path(), "no tag", object("active", false)).expectProblem(400, "If-Match");
    assertThat(caller.get(store.path()).tag()).isEqualTo(seen);
    assertThat(caller.get(store.path()).json().getBoolean("active")).isTrue();
    caller.put(store.path(), "*", object("active", false)).expect(200);
  }

  @Test
  void of_two_administrators_who_change_the_same_store_the_second_is_told() {
    ApiStore store = ApiStore.make(caller, "API two");
    ApiCaller other = ApiCaller.withRole(server, "ADMINISTRATOR", "second-administrator");
    String seen = caller.get(store.path()).tag();
    String seenByOther = other.get(store.path()).tag();

    caller.put(store.path(), seen, object("timeZone", "Asia/Tokyo")).expect(200);
    other.put(store.path(), seenByOther, object("timeZone", "America/Chicago")).expectProblem(412);

    assertThat(caller.get(store.path()).json().getString("timeZone")).isEqualTo("Asia/Tokyo");
  }

  @Test
  void the_name_of_a_store_can_not_be_changed() {
    ApiStore store = ApiStore.make(caller, "API named");

    caller.put(store.path(), "*", object("name", "API renamed")).expectProblem(400, "name");
    caller.put(store.path(), "*", object("name", "API named")).expect(200);
  }

  @Test
  void every_wrong_field_is_named_at_once_and_nothing_is_made() {
    caller
        .postText(
            "/api/stores",
            "{\"name\":7,\"active\":\"yes\",\"marketplaceIds\":[1,\"x\"],\"earliestOrderDate\":\"soon\","
                + "\"unknown\":true}")
        .expectProblem(400, "name", "active", "marketplaceIds[0]", "earliestOrderDate", "unknown");
    caller
        .post(
            "/api/stores",
            object(
                "name", "API wrong/name",
                "region", "MARS",
                "clientId", "with a blank",
                "apiEndpoint", "http://169.254.169.254/latest",
                "tokenEndpoint", "javascript:alert(1)",
                "timeZone", "Nowhere"))
        .expectProblem(
            400,
            "name",
            "region",
            "clientId",
            "clientSecret",
            "refreshToken",
            "apiEndpoint",
            "tokenEndpoint",
            "timeZone");
    caller.get("/api/stores/" + encoded("API wrong")).expectProblem(404);
  }

  @Test
  void markup_and_sql_are_texts_like_others() {
    JsonObject named = ApiStore.entry(MARKUP.replace("/", ""));
    ApiAnswer made = caller.post("/api/stores", named).expect(201);
    assertThat(made.json().getString("name")).isEqualTo(MARKUP.replace("/", ""));
    String path = "/api/stores/" + encoded(MARKUP.replace("/", ""));
    caller.get(path).expect(200);

    for (String field : List.of("region", "timeZone", "clientId", "apiEndpoint", "tokenEndpoint")) {
      caller.put(path, "*", object(field, MARKUP)).expectProblem(400, field);
    }
    caller
        .put(path, "*", object("marketplaceIds", List.of(MARKUP)))
        .expectProblem(400, "marketplaceIds");
    caller.post("/api/stores", with(named, "name", "a\u0000b")).expectProblem(400, "name");
  }

  @Test
  void there_is_always_one_default_store_and_it_is_active() {
    JsonObject formerDefault =
        caller.get("/api/stores?limit=1000").items().stream()
            .filter(store -> store.getBoolean("default"))
            .findFirst()
            .orElseThrow();
    String former = "/api/stores/" + encoded(formerDefault.getString("name"));
    ApiStore store = ApiStore.make(caller, "API default");
    try {
      caller.put(former, "*", object("default", false)).expectProblem(400, "default");
      caller.put(former, "*", object("active", false)).expectProblem(400, "active");
      caller
          .put(store.path(), "*", object("active", false, "default", true))
          .expectProblem(400, "default");

      caller.put(store.path(), "*", object("default", true)).expect(200);

      assertThat(caller.get(former).json().getBoolean("default")).isFalse();
    } finally {
      caller.put(former, "*", object("default", true)).expect(200);
    }
    assertThat(caller.get(store.path()).json().getBoolean("default")).isFalse();
  }

  @Test
  void stores_come_in_pages_that_miss_none_and_repeat_none() {
    ApiStore.make(caller, "API page 1");
    ApiStore.make(caller, "API page 2");
    ApiStore.make(caller, "API page 3");
    List<String> names = new ArrayList<>();
    String next = "";
    while (next != null) {
      ApiAnswer page = caller.get("/api/stores?limit=2&after=" + next).expect(200);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      page.items().forEach(store -> names.add(store.getString("name")));
      next = page.next();
    }

    assertThat(names)
        .doesNotHaveDuplicates()
        .contains("API page 1", "API page 2", "API page 3")
        .hasSize(caller.get("/api/stores?limit=1000").items().size());
  }

  @Test
  void a_page_has_bounds_and_a_cursor_is_one_of_ours() {
    for (String limit : List.of("0", "-1", "1001", "1000000", "x", "1e3", "99999999999")) {
      caller.get("/api/stores?limit=" + limit).expectProblem(400, "limit");
    }
    for (String after : List.of("x", "%00", "W10", "eyJhIjoxfQ", "a".repeat(5000))) {
      caller.get("/api/stores?after=" + after).expectProblem(400, "after");
    }
  }

  @Test
  void entities_tell_their_counts_and_can_be_changed_with_the_tag_of_the_list() {
    ApiStore store = ApiStore.make(caller, "API entities");
    ApiAnswer list = caller.get(store.path() + "/entities").expect(200);
    JsonObject orders =
        list.items().stream()
            .filter(entity -> entity.getString("code").equals("SALES_ORDER"))
            .findFirst()
            .orElseThrow();
    assertThat(orders.getJsonObject("counts").getInt("PREPARED")).isZero();
    assertThat(orders.getBoolean("active")).isFalse();
    assertThat(orders.getString("caption")).isEqualTo("Sales Order");
    String entity = store.path() + "/entities/SALES_ORDER";

    ApiAnswer changed =
        caller.put(entity, list.tag(), object("active", true, "maxFailedAttempts", 3)).expect(200);

    assertThat(changed.json().getInt("maxFailedAttempts")).isEqualTo(3);
    caller.put(entity, list.tag(), object("active", false)).expectProblem(412);
    caller.put(entity, null, object("active", false)).expectProblem(428);
    caller
        .put(entity, changed.tag(), object("maxFailedAttempts", 0))
        .expectProblem(400, "maxFailedAttempts");
    caller
        .put(entity, "*", object("maxFailedAttempts", "three"))
        .expectProblem(400, "maxFailedAttempts");
    assertThat(caller.get(entity).json()).isEqualTo(changed.json());
    caller.put(entity, changed.tag(), object("active", false)).expect(200);
    caller.get(store.path() + "/entities/NOTHING").expectProblem(404);
    caller.get("/api/stores/nobody/entities").expectProblem(404);
  }

  @Test
  void a_connection_that_fails_says_why_and_what_to_do() {
    JsonObject entry = with(ApiStore.entry("API failing"), "refreshToken", "Atzr|wrong");
    caller.post("/api/stores", entry).expect(201);

    ApiAnswer test =
        caller
            .send("POST", "/api/stores/API%20failing/connection-test", Map.of(), null)
            .expect(200);

    assertThat(test.json().getBoolean("passed")).isFalse();
    assertThat(test.body()).doesNotContain("Atzr|wrong");
  }
}
