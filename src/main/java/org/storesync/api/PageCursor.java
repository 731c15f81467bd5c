package org.storesync.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the next page of a list begins: after the entry with these keys. Programs hand it back as
 * it is. It is not secret and need not be signed: its keys are only ever compared.
 *
 * @param order the order that the keys belong to
 * @param keys of the last entry of the page before
 */
public record PageCursor(String order, List<String> keys) {

  /** Longer than any key that we hand out. */
  private static final int LONGEST = 4_000;

  public PageCursor {
    keys = List.copyOf(keys);
  }

  /** The cursor as programs get it. */
  public String text() {
    JsonArrayBuilder parts = Json.createArrayBuilder().add(order);
    keys.forEach(parts::add);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(parts.build().toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what a program handed back.
   *
   * @param text null: the first page is wanted
   * @param order the order of the list
   * @param keys how many keys an entry has in it
   * @throws RequestRefused if it is none of our cursors, or one of another order
   */
  public static Optional<PageCursor> read(String text, String order, int keys) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    PageCursor cursor = parse(text);
    if (!cursor.order.equals(order) || cursor.keys.size() != keys) {
      throw RequestRefused.badField(
          "after", "This cursor belongs to another list or order. Begin with the first page.");
    }
    return Optional.of(cursor);
  }

  private static PageCursor parse(String text) {
    if (text.length() > LONGEST) {
      throw notOurs();
    }
    try (JsonReader reader =
        Json.createReader(
            new StringReader(
                new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)))) {
      JsonArray array = reader.readArray();
      List<String> parts = new ArrayList<>();
      for (JsonString part : array.getValuesAs(JsonString.class)) {
        parts.add((String) TextValue.read(String.class, part.getString()));
      }
      return new PageCursor(parts.get(0), parts.subList(1, parts.size()));
    } catch (IllegalArgumentException
        | JsonException
        | UnreadableValue
        | ClassCastException
        | IndexOutOfBoundsException e) {
      throw notOurs();
    }
  }

  /** What a list answers as {@code next}: null after the last page. */
  public static <T> String next(
      List<T> withOneMore, PageLimit limit, String order, Function<T, List<String>> keys) {
    return withOneMore.size() <= limit.entries()
        ? null
        : new PageCursor(order, keys.apply(withOneMore.get(limit.entries() - 1))).text();
  }

  /** The key at this place as the number that it must be. */
  public long number(int place) {
    try {
      return Long.parseLong(keys.get(place));
    } catch (NumberFormatException e) {
      throw notOurs();
    }
  }

  /** A refusal for a cursor that nobody got from us. */
  public static RequestRefused notOurs() {
    return RequestRefused.badField(
        "after", "This is no cursor. Give back what the page before named as next.");
  }
}
