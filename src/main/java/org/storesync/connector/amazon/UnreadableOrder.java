package org.storesync.connector.amazon;

/** One order that Amazon sent can't be understood; the message says why, without personal data. */
final class UnreadableOrder extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableOrder(String reason) {
    super(reason);
  }
}
