package org.storesync.api;

import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * The schemas of what is read and answered. A component of a primitive type is always there, and so
 * are those that the record names in {@code @Schema(requiredProperties)}.
 */
final class Schemas {

  private final Map<String, Schema> named = new TreeMap<>();
  private final Map<String, Class<?>> types = new HashMap<>();

  /** The schemas of all records that were asked for, by name. */
  Map<String, Schema> named() {
    return named;
  }

  Schema of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord() && plain != PageLimit.class) {
      return ofRecord(plain);
    }
    if (plain.isEnum()) {
      return text(null)
          .enumeration(
              Arrays.stream(plain.getEnumConstants()).<Object>map(Object::toString).toList());
    }
    return ofValue(plain);
  }

  private Schema ofGeneric(ParameterizedType generic) {
    Type[] arguments = generic.getActualTypeArguments();
    if (generic.getRawType() == List.class) {
      return OASFactory.createSchema().type(Schema.SchemaType.ARRAY).items(of(arguments[0]));
    }
    if (generic.getRawType() == Map.class) {
      return OASFactory.createSchema()
          .type(Schema.SchemaType.OBJECT)
          .additionalPropertiesSchema(of(arguments[1]));
    }
    throw new IllegalStateException("The API can't describe " + generic);
  }

  private static Schema ofValue(Class<?> type) {
    if (type == PageLimit.class) {
      return integer("int32")
          .minimum(BigDecimal.ONE)
          .maximum(BigDecimal.valueOf(PageLimit.GREATEST))
          .defaultValue(Integer.valueOf(PageLimit.STANDARD));
    }
    if (type == boolean.class || type == Boolean.class) {
      return OASFactory.createSchema().type(Schema.SchemaType.BOOLEAN);
    }
    if (type == int.class || type == Integer.class) {
      return integer("int32");
    }
    if (type == long.class || type == Long.class) {
      return integer("int64");
    }
    if (type == BigDecimal.class) {
      return OASFactory.createSchema().type(Schema.SchemaType.NUMBER);
    }
    if (type == Instant.class) {
      return text("date-time");
    }
    if (type == LocalDate.class) {
      return text("date");
    }
    if (type == String.class) {
      return text(null);
    }
    throw new IllegalStateException("The API can't describe " + type);
  }

  private static Schema text(String format) {
    return OASFactory.createSchema().type(Schema.SchemaType.STRING).format(format);
  }

  private static Schema integer(String format) {
    return OASFactory.createSchema().type(Schema.SchemaType.INTEGER).format(format);
  }

  private Schema ofRecord(Class<?> type) {
    String name = type.getSimpleName();
    Class<?> other = types.putIfAbsent(name, type);
    if (other != null && other != type) {
      throw new IllegalStateException("%s and %s share a name".formatted(type, other));
    }
    if (!named.containsKey(name)) {
      Schema schema = OASFactory.createSchema().type(Schema.SchemaType.OBJECT);
      // Put first: a record may hold itself.
      named.put(name, schema);
      Set<String> required = required(type);
      for (RecordComponent component : type.getRecordComponents()) {
        String property = property(component);
        schema.addProperty(property, of(component.getGenericType()));
        if (component.getType().isPrimitive() || required.contains(property)) {
          schema.addRequired(property);
        }
      }
      schema.additionalPropertiesBoolean(false);
    }
    return OASFactory.createSchema().ref("#/components/schemas/" + name);
  }

  private static Set<String> required(Class<?> type) {
    var said = type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    return said == null ? Set.of() : Set.of(said.requiredProperties());
  }

  /** The name that a record's component has in JSON. */
  static String property(RecordComponent component) {
    JsonbProperty other = component.getAccessor().getAnnotation(JsonbProperty.class);
    return other == null ? component.getName() : other.value();
  }
}
