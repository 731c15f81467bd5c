package org.storesync.connector.amazon;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.storesync.platform.http.HttpAnswer;

/** Reads Amazon's JSON leniently: what is not there, or of another type, is absent or empty. */
final class AmazonJson {

  private AmazonJson() {}

  /** The body as an object; absent if it is none, or not all of it arrived. */
  static Optional<JsonObject> body(HttpAnswer answer) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(answer.body()))) {
      return Optional.of(reader.readObject());
    } catch (JsonException notAnObject) {
      // Which of the many ways it is broken helps nobody; the caller names the answer as a whole.
      return Optional.empty();
    }
  }

  static String text(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonString text ? text.getString() : "";
  }

  static Optional<JsonObject> object(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonObject child ? Optional.of(child) : Optional.empty();
  }

  static List<JsonObject> objects(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonArray children
        ? children.stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .toList()
        : List.of();
  }
}
