package org.storesync.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.util.List;

/** What the API answered. */
record ApiAnswer(int status, HttpHeaders headers, String body) {

  JsonObject json() {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }

  List<JsonObject> items() {
    return json().getJsonArray("items").getValuesAs(JsonObject.class);
  }

  String next() {
    return json().getString("next", null);
  }

  String tag() {
    return headers.firstValue("ETag").orElseThrow();
  }

  ApiAnswer expect(int wanted) {
    assertThat(status).as(toString()).isEqualTo(wanted);
    return this;
  }

  /** It is a problem document with this status that names these fields. */
  void expectProblem(int wanted, String... fields) {
    expect(wanted);
    assertThat(headers.firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonObject problem = json();
    assertThat(problem.getInt("status")).isEqualTo(wanted);
    assertThat(problem.getString("detail")).isNotBlank();
    if (fields.length > 0) {
      assertThat(problem.getJsonArray("errors").getValuesAs(JsonObject.class))
          .as(body)
          .extracting(error -> error.getString("field"))
          .containsExactlyInAnyOrder(fields);
    }
  }
}
