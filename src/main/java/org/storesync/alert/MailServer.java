package org.storesync.alert;

import java.util.Optional;

/** The server that takes our mails. It never prints its password. */
public record MailServer(
    String host, int port, Tls tls, Optional<String> user, Optional<String> password, String from) {

  /** How the connection is protected. */
  public enum Tls {
    /** It begins in the clear and is encrypted before anything is said. */
    STARTTLS(587),
    /** It is encrypted from the start. */
    IMPLICIT(465),
    /** Not at all: only for a server on the same machine or network. */
    NONE(25);

    private final int usualPort;

    Tls(int usualPort) {
      this.usualPort = usualPort;
    }

    int usualPort() {
      return usualPort;
    }
  }

  @Override
  public String toString() {
    return "MailServer[" + host + ":" + port + ", " + tls + "]";
  }
}
