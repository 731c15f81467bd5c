package org.storesync.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Closes and opens texts with AES-GCM. What is closed carries one format byte, the id of its key,
 * the nonce and the ciphertext with its 128-bit tag; so keys can change while older texts stay
 * readable. Made by {@link SecretKeys}.
 */
public class SecretBox {

  private static final String AES_GCM = "AES/GCM/NoPadding";
  private static final byte FORMAT = 1;
  private static final int KEY_ID_BYTES = 4;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEADER_BYTES = 1 + KEY_ID_BYTES;

  private final SecureRandom random = new SecureRandom();
  private final Provider provider;
  private final SecretKey current;
  private final Map<String, SecretKey> byId = new LinkedHashMap<>();

  /**
   * @param current closes every new text
   * @param earlier open what was closed before the key changed
   */
  SecretBox(SecretKey current, List<SecretKey> earlier) {
    this.current = current;
    earlier.forEach(key -> byId.put(key.id(), key));
    byId.put(current.id(), current);
    try {
      // Looked for once: to look for it takes as long as to close a text. The key decides too.
      Cipher cipher = Cipher.getInstance(AES_GCM);
      cipher.init(
          Cipher.ENCRYPT_MODE,
          current.aes(),
          new GCMParameterSpec(TAG_BITS, new byte[NONCE_BYTES]));
      provider = cipher.getProvider();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-GCM", e);
    }
  }

  /** The id of the key that closes new texts: eight hexadecimal digits. */
  public String currentKeyId() {
    return current.id();
  }

  /** Whether a text closed with this key can be opened. */
  public boolean knows(String keyId) {
    return byId.containsKey(keyId);
  }

  /** The id of the key that closed these bytes. */
  public static String keyIdOf(byte[] closed) {
    return HexFormat.of().formatHex(closed, 1, HEADER_BYTES);
  }

  public byte[] close(String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    ByteBuffer header =
        ByteBuffer.allocate(HEADER_BYTES).put(FORMAT).put(HexFormat.of().parseHex(current.id()));
    try {
      Cipher cipher = Cipher.getInstance(AES_GCM, provider);
      cipher.init(Cipher.ENCRYPT_MODE, current.aes(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(header.array());
      byte[] ciphertext = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(HEADER_BYTES + NONCE_BYTES + ciphertext.length)
          .put(header.array())
          .put(nonce)
          .put(ciphertext)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed to encrypt", e);
    }
  }

  /**
   * @throws SecretKeyProblem if the key that closed it is not at hand, or the bytes were changed
   */
  public String open(byte[] closed) {
    if (closed.length < HEADER_BYTES + NONCE_BYTES || closed[0] != FORMAT) {
      throw new SecretKeyProblem("A stored secret is not in a format that this version knows.");
    }
    SecretKey key = byId.get(keyIdOf(closed));
    if (key == null) {
      throw new SecretKeyProblem(
          "A stored secret was closed with the key %s, which this server does not have. Add it to"
                  .formatted(keyIdOf(closed))
              + " STORESYNC_SECRET_KEYS_EARLIER.");
    }
    try {
      Cipher cipher = Cipher.getInstance(AES_GCM, provider);
      cipher.init(
          Cipher.DECRYPT_MODE,
          key.aes(),
          new GCMParameterSpec(TAG_BITS, closed, HEADER_BYTES, NONCE_BYTES));
      cipher.updateAAD(closed, 0, HEADER_BYTES);
      byte[] text =
          cipher.doFinal(
              closed, HEADER_BYTES + NONCE_BYTES, closed.length - HEADER_BYTES - NONCE_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new SecretKeyProblem("A stored secret was changed or damaged and can't be opened.", e);
    }
  }
}
