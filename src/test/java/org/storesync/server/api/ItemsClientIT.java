package org.storesync.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.server.api.ApiCaller.object;

import jakarta.json.JsonObject;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items, driven by a program. */
@ArquillianTest
@RunAsClient
class ItemsClientIT {

  private static final String MARKUP = "<b>\"x\"</b>'); drop table item; --";

  @ArquillianResource private URL server;
  private ApiCaller caller;

  @BeforeEach
  void call() {
    caller = ApiCaller.withRole(server, "OPERATOR", "items-" + System.nanoTime());
  }

  private static JsonObject reference(String type, String value, int units) {
    return object("type", type, "value", value, "unitsPerSku", units);
  }

  @Test
  void an_item_is_added_with_its_cross_references() {
    JsonObject added =
        caller
            .post(
                "/api/items",
                object(
                    "itemId", "API-MUG",
                    "description", "A mug",
                    "crossReferences", List.of(reference("SKU", "API-MUG-6", 6))))
            .expect(201)
            .json();

    assertThat(added.getString("itemId")).isEqualTo("API-MUG");
    assertThat(added.getJsonArray("crossReferences").getJsonObject(0))
        .isEqualTo(reference("SKU", "API-MUG-6", 6));
    caller
        .post("/api/items", object("itemId", "api-mug", "description", "Another"))
        .expectProblem(409, "itemId");
    caller
        .post(
            "/api/items",
            object(
                "itemId", "API-MUG-2",
                "description", "Another",
                "crossReferences", List.of(reference("SKU", "API-MUG-6", 1))))
        .expectProblem(409, "crossReferences[0].value");
  }

  @Test
  void every_wrong_field_is_named_and_nothing_is_added() {
    caller.post("/api/items", object()).expectProblem(400, "itemId", "description");
    caller
        .post(
            "/api/items",
            object(
                "itemId", "x".repeat(101),
                "description", "a\nb",
                "crossReferences", List.of(reference("SKU", "", 0))))
        .expectProblem(
            400,
            "itemId",
            "description",
            "crossReferences[0].value",
            "crossReferences[0].unitsPerSku");
    caller
        .postText(
            "/api/items",
            "{\"itemId\":[],\"description\":{},\"crossReferences\":[7,{\"type\":\"EAN\",\"unitsPerSku\":1.5},null]}")
        .expectProblem(
            400,
            "itemId",
            "description",
            "crossReferences[0]",
            "crossReferences[1].type",
            "crossReferences[1].unitsPerSku",
            "crossReferences[2]");
    caller
        .postText(
            "/api/items",
            "{\"itemId\":\"API-NOTYPE\",\"description\":\"x\",\"crossReferences\":[{\"value\":\"x\"}]}")
        .expectProblem(400, "crossReferences[0].type");
    assertThat(all()).doesNotContain("API-NOTYPE");
  }

  @Test
  void markup_and_sql_are_texts_like_others() {
    JsonObject added =
        caller
            .post("/api/items", object("itemId", MARKUP, "description", MARKUP))
            .expect(201)
            .json();

    assertThat(added.getString("description")).isEqualTo(MARKUP);
    assertThat(all()).contains(MARKUP);
  }

  @Test
  void items_come_in_pages_that_miss_none_and_repeat_none() {
    assertThat(all()).doesNotHaveDuplicates().hasSizeGreaterThan(20);
  }

  private List<String> all() {
    List<String> ids = new ArrayList<>();
    String next = "";
    while (next != null) {
      ApiAnswer page = caller.get("/api/items?limit=7&after=" + next).expect(200);
      page.items().forEach(item -> ids.add(item.getString("itemId")));
      next = page.next();
    }
    return ids;
  }
}
