package org.storesync.access;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Makes the first administrator of a new installation. The password is that of {@code
 * STORESYNC_ADMIN_PASSWORD}, or a generated one that is printed once and stored nowhere. Once there
 * is a user, neither setting has an effect.
 */
@Singleton
@Startup
@DependsOn({"DatabaseMigration", "SecretKeys"})
public class FirstAdministrator {

  private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

  /** Without letters and digits that are taken for each other. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 5;

  @Inject private Users users;

  @PostConstruct
  void create() {
    if (!users.isEmpty()) {
      return;
    }
    Config config = ConfigProvider.getConfig();
    String name = config.getOptionalValue("storesync.admin.user", String.class).orElse("admin");
    Optional<String> given =
        config
            .getOptionalValue("storesync.admin.password", String.class)
            .filter(password -> !password.isBlank());
    given.flatMap(password -> PasswordRules.problem(name, password)).ifPresent(this::refuse);
    String password = given.orElseGet(FirstAdministrator::generate);
    if (users.createFirst(name, password)) {
      LOG.info(
          () ->
              announcement(
                  config, name, given.isPresent() ? Optional.empty() : Optional.of(password)));
    }
  }

  private void refuse(UserRefusal.Reason reason) {
    throw new IllegalStateException(
        "STORESYNC_ADMIN_PASSWORD is refused (%s): give at least %d characters that are not a common password, or leave the setting out to have one generated."
            .formatted(reason, PasswordRules.SHORTEST));
  }

  private static String announcement(Config config, String name, Optional<String> generated) {
    String port = config.getOptionalValue("payara.instance.http.port", String.class).orElse("8080");
    return """


        ==================================================================
          Sign in at   http://localhost:%s/
          as           %s
          with         %s
        ==================================================================
        """
        .formatted(
            port,
            name,
            generated
                .map(password -> password + "   (shown only now; change it under My account)")
                .orElse("the password of STORESYNC_ADMIN_PASSWORD"));
  }

  /** Twenty characters, about 115 bits, in groups that can be read out. */
  static String generate() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
      if (i > 0 && i % GROUP_LENGTH == 0) {
        password.append('-');
      }
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
