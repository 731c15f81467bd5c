package org.storesync.platform.json;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Writes documents as JSON and reads them back as they were. */
@ApplicationScoped
public class DocumentJson {

  // Made once: finding the provider of each costs more than the writing.
  private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());
  private final JsonWriterFactory readable =
      Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
  private final Jsonb jsonb =
      JsonbBuilder.create(new JsonbConfig().withPropertyOrderStrategy("LEXICOGRAPHICAL"));

  public String write(Object document) {
    return jsonb.toJson(document);
  }

  public <T> T read(String json, Class<T> type) {
    return jsonb.fromJson(json, type);
  }

  /** The same JSON with line breaks, for people. */
  public String readable(String document) {
    StringWriter text = new StringWriter();
    try (JsonReader reader = readers.createReader(new StringReader(document));
        JsonWriter writer = readable.createWriter(text)) {
      writer.write(reader.read());
    }
    return text.toString().strip();
  }

  /** A fingerprint of the text: 64 hexadecimal digits. */
  public static String hash(String json) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
