package org.storesync.server.api;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values made at random from schemas: mostly of the right type, sometimes of none. */
final class RandomValues {

  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "null",
          "-1",
          "0",
          "9223372036854775808",
          "1e400",
          "NaN",
          "' or '1'='1",
          "'; drop table run; --",
          "<script>alert(1)</script>",
          "${7*7}#{7*7}",
          "../../etc/passwd",
          "=1+1",
          "\u0000",
          "\t\r\n",
          "\u202e\u00fc\ud83d\ude00",
          "x".repeat(3_000));

  private final Random random;
  private final Map<String, List<String>> known;

  /**
   * @param known values that mean something, by the name of the field or parameter
   */
  RandomValues(long seed, Map<String, List<String>> known) {
    this.random = new Random(seed);
    this.known = known;
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** A value as it stands in an address. */
  String text(String name, Schema<?> schema) {
    if (chance(25)) {
      // An address holds no slash and no empty part.
      String nasty = oneOf(NASTY).replace("/", "");
      return nasty.isEmpty() ? "?" : nasty;
    }
    if (known.containsKey(name) && chance(80)) {
      return oneOf(known.get(name));
    }
    JsonValue value = value(name, schema);
    return value instanceof jakarta.json.JsonString text ? text.getString() : value.toString();
  }

  /** A value that a header can hold. */
  String headerText(String name) {
    return chance(80) ? oneOf(known.get(name)) : oneOf(List.of("\"77\"", "W/\"1\"", "x", ","));
  }

  /** A body: mostly by its schema, sometimes anything. */
  String body(Schema<?> schema) {
    if (chance(5)) {
      return oneOf(List.of("", "[", "{}", "[]", "\"x\"", "{\"a\":", "{\"unknown\":1}", "\u0000"));
    }
    return value("", schema).toString();
  }

  private JsonValue value(String name, Schema<?> schema) {
    if (chance(4)) {
      return oneOf(
          List.of(
              JsonValue.NULL,
              JsonValue.TRUE,
              JsonValue.EMPTY_JSON_OBJECT,
              JsonValue.EMPTY_JSON_ARRAY,
              Json.createValue(-7),
              Json.createValue(1.5),
              Json.createValue(oneOf(NASTY))));
    }
    if (schema.getEnum() != null) {
      return Json.createValue(oneOf(schema.getEnum()).toString());
    }
    return switch (schema.getType()) {
      case "object" -> object(schema);
      case "array" -> array(name, schema);
      case "boolean" -> chance(50) ? JsonValue.TRUE : JsonValue.FALSE;
      case "integer" -> integer(name);
      default -> string(name, schema);
    };
  }

  private JsonValue object(Schema<?> schema) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    schema
        .getProperties()
        .forEach(
            (property, of) -> {
              if (known.containsKey(property) || chance(60)) {
                object.add(property, value(property, of));
              }
            });
    return object.build();
  }

  private JsonValue array(String name, Schema<?> schema) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (int count = random.nextInt(4); count > 0; count--) {
      array.add(value(name, schema.getItems()));
    }
    return array.build();
  }

  private JsonValue integer(String name) {
    if (known.containsKey(name) && chance(80)) {
      return Json.createValue(Long.parseLong(oneOf(known.get(name))));
    }
    return Json.createValue(chance(80) ? random.nextInt(100) : random.nextLong());
  }

  private JsonValue string(String name, Schema<?> schema) {
    if (known.containsKey(name) && chance(95)) {
      return Json.createValue(oneOf(known.get(name)));
    }
    if ("date-time".equals(schema.getFormat())) {
      return Json.createValue("2026-%02d-01T00:00:00Z".formatted(1 + random.nextInt(12)));
    }
    return Json.createValue(
        chance(30) ? oneOf(NASTY) : Long.toString(Math.abs(random.nextLong()), 36));
  }
}
