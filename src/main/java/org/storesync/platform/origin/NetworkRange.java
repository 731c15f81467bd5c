package org.storesync.platform.origin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A network address with the number of its leading bits that count: {@code 172.16.0.0/12}, {@code
 * fd00::/8}, or one address alone.
 */
record NetworkRange(InetAddress network, int bits) {

  /** Only what can't be a name: a name server must never be asked about what a client sent. */
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /**
   * @throws IllegalArgumentException if it is neither an address nor a network
   */
  static NetworkRange parse(String text) {
    int slash = text.indexOf('/');
    InetAddress network =
        literal(slash < 0 ? text : text.substring(0, slash))
            .orElseThrow(() -> new IllegalArgumentException(notANetwork(text)));
    int longest = network.getAddress().length * Byte.SIZE;
    String length = slash < 0 ? Integer.toString(longest) : text.substring(slash + 1);
    if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > longest) {
      throw new IllegalArgumentException(notANetwork(text));
    }
    return new NetworkRange(network, Integer.parseInt(length));
  }

  private static String notANetwork(String text) {
    return "%s is neither an address like 10.1.2.3 nor a network like 172.16.0.0/12."
        .formatted(text);
  }

  /** The address that this text writes out; empty if it is anything else. */
  static Optional<InetAddress> literal(String text) {
    if (!LITERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      // Digits and dots, but no address: 999.1.1.1.
      return Optional.empty();
    }
  }

  boolean contains(InetAddress address) {
    byte[] mine = network.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
