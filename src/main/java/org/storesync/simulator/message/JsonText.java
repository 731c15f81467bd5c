package org.storesync.simulator.message;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/** JSON, with factories that are made once: finding the provider anew costs more than the work. */
public final class JsonText {

  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private JsonText() {}

  public static JsonObjectBuilder object() {
    return BUILDERS.createObjectBuilder();
  }

  public static JsonArrayBuilder array() {
    return BUILDERS.createArrayBuilder();
  }

  /** The value that the text holds; absent if it is not JSON. */
  public static Optional<JsonValue> parse(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return Optional.of(reader.readValue());
    } catch (JsonException notJson) {
      return Optional.empty();
    }
  }
}
