package org.storesync.access;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The token {@code STORESYNC_API_TOKEN}, which has all roles. */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class ConfiguredToken {

  /** The name of this token; none that is made on the page Users may have it. */
  static final String NAME = "STORESYNC_API_TOKEN";

  /** Shorter ones can be guessed, because nothing slows a program's guesses down. */
  static final int SHORTEST = 16;

  private static final Logger LOG = Logger.getLogger(ConfiguredToken.class.getName());

  @Inject
  @ConfigProperty(name = "storesync.api.token")
  Optional<String> setting;

  @Inject
  @ConfigProperty(name = "storesync.demo", defaultValue = "false")
  boolean demo;

  private Optional<String> token() {
    return setting.map(String::strip).filter(configured -> !configured.isEmpty());
  }

  /** A weak one keeps the server from starting, unless all that it opens is a demonstration. */
  @PostConstruct
  void check() {
    if (token().filter(configured -> configured.length() < SHORTEST).isEmpty()) {
      return;
    }
    String weak =
        "STORESYNC_API_TOKEN has fewer than %d characters and could be guessed. Set one made by \"openssl rand -base64 32\"."
            .formatted(SHORTEST);
    if (!demo) {
      throw new IllegalArgumentException(weak);
    }
    LOG.warning(weak + " Only a demo server starts with it.");
  }

  /** Compared in the same time whatever is sent, so that it can't be guessed letter by letter. */
  public boolean is(String secret) {
    return token()
        .filter(configured -> MessageDigest.isEqual(bytes(configured), bytes(secret)))
        .isPresent();
  }

  private static byte[] bytes(String secret) {
    return TokenSecret.hash(secret).getBytes(StandardCharsets.US_ASCII);
  }
}
