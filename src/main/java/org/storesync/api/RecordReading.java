package org.storesync.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a JSON object into a record, exactly: a name that the record does not have and a value of
 * another type are errors, all of which are told at once. What is left out or null is null in the
 * record. Components are texts, numbers, truth values, instants, enums, records, and lists of
 * these.
 */
final class RecordReading {

  private static final int MOST_ERRORS = 100;

  private final List<FieldError> errors = new ArrayList<>();

  /**
   * @throws RequestRefused if anything is wrong
   */
  Record read(Class<? extends Record> type, JsonObject object) {
    Object read = record(type, object, "");
    if (!errors.isEmpty()) {
      throw RequestRefused.badFields(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
    }
    return (Record) read;
  }

  private Object record(Class<?> type, JsonObject object, String path) {
    Map<String, RecordComponent> components = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      components.put(Schemas.property(component), component);
    }
    object.keySet().stream()
        .filter(name -> !components.containsKey(name))
        .forEach(name -> error(path + shortened(name), "There is no such field."));
    Object[] values =
        components.entrySet().stream()
            .map(
                named ->
                    value(
                        named.getValue().getGenericType(),
                        object.getOrDefault(named.getKey(), JsonValue.NULL),
                        path + named.getKey()))
            .toArray();
    return errors.isEmpty() ? make(type, values) : null;
  }

  private static Object make(Class<?> type, Object[] values) {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(parameters).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " must be public, with its canonical constructor", e);
    }
  }

  private Object value(Type type, JsonValue value, String path) {
    if (value.getValueType() == JsonValue.ValueType.NULL) {
      return null;
    }
    try {
      return type instanceof ParameterizedType list
          ? list((Class<?>) list.getActualTypeArguments()[0], value, path)
          : single((Class<?>) type, value, path);
    } catch (UnreadableValue wrong) {
      error(path, wrong.getMessage());
      return null;
    }
  }

  private List<Object> list(Class<?> type, JsonValue value, String path) throws UnreadableValue {
    if (!(value instanceof JsonArray array)) {
      throw new UnreadableValue("It must be a list.");
    }
    List<Object> values = new ArrayList<>();
    for (int place = 0; place < array.size(); place++) {
      String entry = path + "[" + place + "]";
      if (array.isNull(place)) {
        error(entry, "An entry of the list must not be null.");
      }
      values.add(value(type, array.get(place), entry));
    }
    return values;
  }

  private Object single(Class<?> type, JsonValue value, String path) throws UnreadableValue {
    if (type.isRecord()) {
      if (value instanceof JsonObject object) {
        return record(type, object, path + ".");
      }
      throw new UnreadableValue("It must be an object.");
    }
    if (type == Boolean.class) {
      return truth(value);
    }
    if (type == Long.class || type == Integer.class) {
      return number(type, value);
    }
    if (value instanceof JsonString text) {
      return TextValue.read(type, text.getString());
    }
    throw new UnreadableValue("It must be a text.");
  }

  private static Boolean truth(JsonValue value) throws UnreadableValue {
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> throw new UnreadableValue("It must be true or false.");
    };
  }

  private static Number number(Class<?> type, JsonValue value) throws UnreadableValue {
    if (value instanceof JsonNumber number) {
      BigDecimal decimal = number.bigDecimalValue();
      // Asked first: written out, 1e999999999 would fill the memory.
      boolean small = (long) decimal.precision() - decimal.scale() <= 19 && decimal.scale() <= 19;
      try {
        if (small && type == Integer.class) {
          return decimal.intValueExact();
        }
        if (small) {
          return decimal.longValueExact();
        }
      } catch (ArithmeticException tooLargeOrBroken) {
        // Said below, like all other numbers that do not fit.
      }
      throw new UnreadableValue("It must be a whole number of ordinary size.");
    }
    throw new UnreadableValue("It must be a whole number.");
  }

  private void error(String path, String message) {
    errors.add(new FieldError(path, message));
  }

  /** What somebody sends as a name may be a book. */
  private static String shortened(String name) {
    return name.length() > 100 ? name.substring(0, 100) : name;
  }
}
