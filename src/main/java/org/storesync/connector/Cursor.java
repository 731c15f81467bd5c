package org.storesync.connector;

/**
 * Where the next page of one asking begins, in the source's own words (Amazon: the page token).
 * Valid only for the same store and window, and only for {@link SourceLimits#cursorLifetime()}.
 */
public record Cursor(String token) {

  public Cursor {
    if (token == null || token.isBlank()) {
      throw new IllegalArgumentException("A cursor is never blank");
    }
  }
}
