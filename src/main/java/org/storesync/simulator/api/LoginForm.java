package org.storesync.simulator.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.storesync.simulator.message.FormText;
import org.storesync.simulator.message.JsonText;
import org.storesync.simulator.message.SimulatorRequest;

/** What was posted to the token endpoint, as a form or as JSON: Amazon takes both. */
record LoginForm(Map<String, String> values) {

  static LoginForm of(SimulatorRequest request) {
    String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    return new LoginForm(
        type.startsWith("application/json") ? json(request.body()) : form(request.body()));
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  private static Map<String, String> form(String body) {
    Map<String, String> values = new HashMap<>();
    for (Map.Entry<String, List<String>> field : FormText.parse(body).entrySet()) {
      values.put(field.getKey(), field.getValue().get(0));
    }
    return values;
  }

  private static Map<String, String> json(String body) {
    Map<String, String> values = new HashMap<>();
    JsonText.parse(body)
        .filter(JsonObject.class::isInstance)
        .map(JsonValue::asJsonObject)
        .orElse(JsonValue.EMPTY_JSON_OBJECT)
        .forEach(
            (name, value) -> {
              if (value instanceof JsonString text) {
                values.put(name, text.getString());
              }
            });
    return values;
  }
}
