package org.storesync.platform.secret;

import java.util.Arrays;

/** Keys with names, different and always the same. */
final class SecretKeyFixture {

  private SecretKeyFixture() {}

  static SecretKey aKey() {
    return keyOf(1);
  }

  static SecretKey anotherKey() {
    return keyOf(2);
  }

  private static SecretKey keyOf(int filling) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) filling);
    return SecretKey.of(bytes);
  }
}
