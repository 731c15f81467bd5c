package org.storesync.history;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two documents side by side, field by field.
 *
 * @param externalFound whether there is one in the marketplace
 * @param localFound whether there is one in the back office
 * @param fields of both, by their path
 */
public record DocumentComparison(boolean externalFound, boolean localFound, List<Field> fields)
    implements Serializable {

  /** What each system says for itself, so that it always differs: number and time of change. */
  private static final Set<String> OWN_OF_EACH_SYSTEM = Set.of("id.value", "modified");

  /**
   * One field; a document that has no such field has an empty text.
   *
   * @param path for example {@code lines[1].sku}, counted from 1
   * @param differs whether both documents are there and say different things
   */
  public record Field(String path, String external, String local, boolean differs)
      implements Serializable {}

  public DocumentComparison {
    fields = List.copyOf(fields);
  }

  /**
   * @param external JSON of the document in the marketplace
   * @param local JSON of the document in the back office
   */
  public static DocumentComparison of(Optional<String> external, Optional<String> local) {
    Map<String, String> there = external.map(DocumentComparison::flat).orElse(Map.of());
    Map<String, String> here = local.map(DocumentComparison::flat).orElse(Map.of());
    boolean both = external.isPresent() && local.isPresent();
    Set<String> paths = new LinkedHashSet<>(new TreeMap<>(there).keySet());
    paths.addAll(new TreeMap<>(here).keySet());
    List<Field> fields = new ArrayList<>();
    for (String path : paths.stream().sorted().toList()) {
      String one = there.getOrDefault(path, "");
      String other = here.getOrDefault(path, "");
      fields.add(
          new Field(
              path, one, other, both && !OWN_OF_EACH_SYSTEM.contains(path) && !one.equals(other)));
    }
    return new DocumentComparison(external.isPresent(), local.isPresent(), fields);
  }

  /** How many fields differ. */
  public long differences() {
    return fields.stream().filter(Field::differs).count();
  }

  private static Map<String, String> flat(String document) {
    Map<String, String> values = new TreeMap<>();
    try (JsonReader reader = Json.createReader(new StringReader(document))) {
      flatten("", reader.readValue(), values);
    }
    return values;
  }

  private static void flatten(String path, JsonValue value, Map<String, String> values) {
    switch (value.getValueType()) {
      case OBJECT -> {
        JsonObject object = value.asJsonObject();
        object.forEach(
            (name, part) -> flatten(path.isEmpty() ? name : path + "." + name, part, values));
      }
      case ARRAY -> {
        JsonArray array = value.asJsonArray();
        for (int i = 0; i < array.size(); i++) {
          flatten(path + "[" + (i + 1) + "]", array.get(i), values);
        }
      }
      case STRING -> values.put(path, ((JsonString) value).getString());
      // 12.5 and 12.50 are the same amount.
      case NUMBER ->
          values.put(
              path, ((JsonNumber) value).bigDecimalValue().stripTrailingZeros().toPlainString());
      case TRUE, FALSE -> values.put(path, value.toString());
      case NULL -> values.put(path, "");
    }
  }
}
