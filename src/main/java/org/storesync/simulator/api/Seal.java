package org.storesync.simulator.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Text that only this class can have written: content and signature, safe in an address. The key is
 * fixed, so that tokens survive a restart and hold on every node; it protects nothing but demo
 * data.
 */
final class Seal {

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] KEY = "simulated marketplace".getBytes(StandardCharsets.UTF_8);
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Seal() {}

  static String sealed(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return ENCODER.encodeToString(bytes) + "." + ENCODER.encodeToString(signature(bytes));
  }

  /** The content; absent if somebody else wrote or changed it. */
  static Optional<String> opened(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    try {
      byte[] content = Base64.getUrlDecoder().decode(parts[0]);
      byte[] signature = Base64.getUrlDecoder().decode(parts[1]);
      return MessageDigest.isEqual(signature, signature(content))
          ? Optional.of(new String(content, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static byte[] signature(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(KEY, ALGORITHM));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM + ".", e);
    }
  }
}
