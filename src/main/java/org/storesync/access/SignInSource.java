package org.storesync.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Where a sign-in comes from, and so by what its failures are counted. A browser in which this user
 * has signed in before is counted by itself: strangers who guess can't keep its user away. All
 * others are counted by name and by address.
 *
 * @param name as it was typed, of a user or not
 * @param knownBrowser the mark of a browser in which this user signed in before
 */
public record SignInSource(String name, Optional<String> address, Optional<String> knownBrowser) {

  /** Behind one address there may be many people, each with a few mistakes. */
  static final int FREE_OF_ADDRESS = 20;

  /**
   * Something whose failures are counted.
   *
   * @param free so many failures in a row cost no time
   */
  record Counted(String fingerprint, int free) {}

  List<Counted> counted() {
    if (knownBrowser.isPresent()) {
      return List.of(counted("browser", knownBrowser.get(), SignInDelay.FREE_FAILURES));
    }
    Counted byName = counted("name", User.keyOf(name), SignInDelay.FREE_FAILURES);
    return address
        .map(from -> List.of(counted("address", from, FREE_OF_ADDRESS), byName))
        .orElse(List.of(byName));
  }

  private static Counted counted(String what, String which, int free) {
    return new Counted(fingerprint(what + " " + which), free);
  }

  private static String fingerprint(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  /** The count of a name alone, for an administrator who ends a wait. */
  static SignInSource ofName(String name) {
    return new SignInSource(name, Optional.empty(), Optional.empty());
  }

  /** The count of the current passwords that were wrong where a user changes the own one. */
  static SignInSource ofAccount(String name) {
    return new SignInSource(name, Optional.empty(), Optional.of("account of " + User.keyOf(name)));
  }

  @Override
  public String toString() {
    return "SignInSource";
  }
}
