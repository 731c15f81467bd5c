package org.storesync.simulator.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storesync.simulator.message.JsonText;

/** One JSON object that was posted. */
record ControlBody(JsonObject json) {

  /** The objects of the text: one, or an array of them. */
  static List<ControlBody> all(String text) {
    JsonValue value =
        JsonText.parse(text).orElseThrow(() -> new ControlProblem("The body is not JSON."));
    List<JsonValue> values = value instanceof JsonArray array ? List.copyOf(array) : List.of(value);
    return values.stream().map(ControlBody::one).toList();
  }

  static ControlBody single(String text) {
    List<ControlBody> all = all(text);
    if (all.size() != 1) {
      throw new ControlProblem("The body must be one object.");
    }
    return all.get(0);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(json.get(name))
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).getString());
  }

  String needed(String name) {
    return text(name)
        .orElseThrow(() -> new ControlProblem("The field %s is missing.".formatted(name)));
  }

  double number(String name, double otherwise) {
    return json.get(name) instanceof JsonNumber number ? number.doubleValue() : otherwise;
  }

  int whole(String name, int otherwise) {
    return (int) number(name, otherwise);
  }

  boolean flag(String name) {
    return json.get(name) == JsonValue.TRUE;
  }

  /** The moment, which must be there. */
  Instant moment(String name) {
    try {
      return Instant.parse(needed(name));
    } catch (DateTimeException notAMoment) {
      throw new ControlProblem("The field %s is not an ISO 8601 moment.".formatted(name));
    }
  }

  private static ControlBody one(JsonValue value) {
    if (value instanceof JsonObject object) {
      return new ControlBody(object);
    }
    throw new ControlProblem("The body must hold objects only.");
  }
}
