package org.storesync.platform.secret;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/**
 * A 256-bit AES key and its id. The id is derived from the key, so that nobody has to name keys and
 * a stored text always finds the key that closed it.
 */
final class SecretKey {

  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 4;

  private final byte[] bytes;
  private final SecretKeySpec aes;
  private final String id;

  private SecretKey(byte[] bytes) {
    this.bytes = bytes;
    this.aes = new SecretKeySpec(bytes, "AES");
    this.id = id(bytes);
  }

  private static String id(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  /**
   * @param base64 32 random bytes in Base64, as {@code openssl rand -base64 32} prints them
   */
  static SecretKey parse(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.trim());
    } catch (IllegalArgumentException e) {
      throw new SecretKeyProblem("The secret key is not Base64. " + HOW_TO_MAKE_ONE);
    }
    if (bytes.length != KEY_BYTES) {
      throw new SecretKeyProblem(
          "The secret key has %d bytes and needs %d. ".formatted(bytes.length, KEY_BYTES)
              + HOW_TO_MAKE_ONE);
    }
    return new SecretKey(bytes);
  }

  static SecretKey of(byte[] bytes) {
    return parse(Base64.getEncoder().encodeToString(bytes));
  }

  static final String HOW_TO_MAKE_ONE =
      "Make one with: openssl rand -base64 32, and give it as STORESYNC_SECRET_KEY.";

  /** Eight hexadecimal digits that tell keys apart and tell nothing of the key. */
  String id() {
    return id;
  }

  SecretKeySpec aes() {
    return aes;
  }

  String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "SecretKey[" + id() + "]";
  }
}
