package org.storesync.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/**
 * Reads a body into the record that a resource asks for. The platform's own reading takes {@code
 * "yes"} for false and passes over names that it does not know; a program whose author mistyped a
 * name would never hear of it.
 */
@Provider
@Consumes(MediaType.WILDCARD)
public class StrictBodies implements MessageBodyReader<Record> {

  /** Far more than a thousand ids. */
  static final int GREATEST = 1 << 20;

  private static final long MOST_READ_AWAY = 20L * GREATEST;

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord();
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    if (!mediaType.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
      throw new NotSupportedException();
    }
    return new RecordReading().read(type, parse(bounded(body)));
  }

  private static byte[] bounded(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(GREATEST + 1);
    if (bytes.length > GREATEST) {
      readAway(body);
      throw RequestRefused.tooLarge(GREATEST);
    }
    return bytes;
  }

  /** A program that is still sending does not hear an answer. Not for ever, though. */
  private static void readAway(InputStream body) throws IOException {
    byte[] away = new byte[8_192];
    long left = MOST_READ_AWAY;
    int read = 0;
    while (read >= 0 && left > 0) {
      left -= read;
      read = body.read(away);
    }
  }

  private static JsonObject parse(byte[] body) {
    JsonValue value;
    try (JsonReader reader =
        Json.createReaderFactory(null)
            .createReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
      value = reader.readValue();
    } catch (RuntimeException malformed) {
      // The parser has a type of its own for most that can be wrong, but not for what is nested too
      // deeply; nothing else happens in here.
      throw RequestRefused.malformed("The body is not JSON: it must be one complete object.");
    }
    if (value instanceof JsonObject object) {
      return object;
    }
    throw RequestRefused.malformed("The body must be a JSON object.");
  }
}
