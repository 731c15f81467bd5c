package org.storesync.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM as the engine uses it, by hand and with a cipher that is kept. For one thread. */
final class ClosedText {

  private static final int NONCE = 12;
  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
  private final Cipher cipher;

  ClosedText() {
    try {
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] close(String text) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
      byte[] plain = text.getBytes(StandardCharsets.UTF_8);
      byte[] closed = new byte[NONCE + cipher.getOutputSize(plain.length)];
      System.arraycopy(nonce, 0, closed, 0, NONCE);
      cipher.doFinal(plain, 0, plain.length, closed, NONCE);
      return closed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String open(byte[] closed) {
    try {
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, closed, 0, NONCE));
      return new String(
          cipher.doFinal(closed, NONCE, closed.length - NONCE), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
