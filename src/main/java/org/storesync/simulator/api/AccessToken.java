package org.storesync.simulator.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An access token as Login with Amazon gives it out: begins with {@code Atza|}, lives an hour. It
 * holds what it says, signed, so it survives a restart.
 *
 * @param seller the seller account that it opens
 * @param expires the moment from which it is refused
 * @param serial makes two tokens of the same moment differ
 */
record AccessToken(String seller, Instant expires, long serial) {

  static final Duration LIFE = Duration.ofSeconds(3600);

  private static final String PREFIX = "Atza|";

  String text() {
    return PREFIX + Seal.sealed(expires.toEpochMilli() + " " + serial + " " + seller);
  }

  /** The token behind the text, expired or not; absent if it is none of ours. */
  static Optional<AccessToken> of(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    return Seal.opened(text.substring(PREFIX.length())).map(AccessToken::read);
  }

  private static AccessToken read(String content) {
    String[] parts = content.split(" ", 3);
    Instant expires = Instant.ofEpochMilli(Long.parseLong(parts[0]));
    return new AccessToken(parts[2], expires, Long.parseLong(parts[1]));
  }

  boolean expired(Instant now) {
    return !now.isBefore(expires);
  }
}
