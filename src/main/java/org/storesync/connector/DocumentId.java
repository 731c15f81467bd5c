package org.storesync.connector;

import java.util.List;

/**
 * The id of a document in one system. A composite id joins its parts with a comma, as in {@code
 * order,payment}.
 *
 * @param value never blank, at most {@value #MAX_LENGTH} characters
 */
public record DocumentId(String value) {

  public static final int MAX_LENGTH = 200;
  private static final String SEPARATOR = ",";

  public DocumentId {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("A document id is never blank");
    }
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "A document id has at most %d characters".formatted(MAX_LENGTH));
    }
  }

  public static DocumentId of(String first, String... further) {
    return further.length == 0
        ? new DocumentId(first)
        : new DocumentId(first + SEPARATOR + String.join(SEPARATOR, further));
  }

  /** The parts of a composite id; one part for a simple id. */
  public List<String> parts() {
    return List.of(value.split(SEPARATOR));
  }

  @Override
  public String toString() {
    return value;
  }
}
