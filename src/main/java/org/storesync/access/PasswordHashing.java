package org.storesync.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/**
 * Passwords are stored as PBKDF2 with HMAC-SHA-512 and 210,000 rounds (OWASP Password Storage Cheat
 * Sheet), each with its own salt; the parameters stand in the hash, so they can be raised later.
 */
@ApplicationScoped
public class PasswordHashing {

  @Inject private Pbkdf2PasswordHash pbkdf2;

  private String hashOfNobody;

  @PostConstruct
  void initialize() {
    pbkdf2.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "32"));
    hashOfNobody = hash("nobody signs in with this");
  }

  public String hash(String password) {
    return pbkdf2.generate(password.toCharArray());
  }

  public boolean matches(String password, String hash) {
    return pbkdf2.verify(password.toCharArray(), hash);
  }

  /**
   * Takes as long as {@link #matches}, so that the time of an answer does not tell whether there is
   * such a user.
   */
  public void matchNobody(String password) {
    pbkdf2.verify(password.toCharArray(), hashOfNobody);
  }
}
