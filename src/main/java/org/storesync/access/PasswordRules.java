package org.storesync.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.storesync.access.UserRefusal.Reason;

/**
 * What a new password must be: long, and none of those that everybody tries first (NIST SP 800-63B:
 * length and a list, no rules about kinds of characters).
 */
final class PasswordRules {

  static final int SHORTEST = 12;

  /** Hashing an endless text would be work given away to anybody. */
  static final int LONGEST = 200;

  private static final int FEWEST_DIFFERENT_CHARACTERS = 5;
  private static final Set<String> COMMON = readCommon();

  private PasswordRules() {}

  /** What is wrong with it as the password of this user; empty if nothing. */
  static Optional<Reason> problem(String userName, String password) {
    if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of(Reason.PASSWORD_TOO_SHORT);
    }
    if (password.length() > LONGEST) {
      return Optional.of(Reason.PASSWORD_TOO_LONG);
    }
    return isCommon(userName, password) ? Optional.of(Reason.PASSWORD_COMMON) : Optional.empty();
  }

  static void check(String userName, String password) {
    problem(userName, password)
        .ifPresent(
            reason -> {
              throw new UserRefusal(reason);
            });
  }

  private static boolean isCommon(String userName, String password) {
    String lowerCase = password.toLowerCase(Locale.ROOT);
    return COMMON.contains(lowerCase)
        || lowerCase.chars().distinct().count() < FEWEST_DIFFERENT_CHARACTERS
        || lowerCase.equals(userName.strip().toLowerCase(Locale.ROOT));
  }

  private static Set<String> readCommon() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PasswordRules.class.getResourceAsStream("common-passwords.txt"),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("The list of common passwords can't be read", e);
    }
  }
}
