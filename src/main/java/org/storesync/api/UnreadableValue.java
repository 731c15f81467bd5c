package org.storesync.api;

/** A value that can't be what it should be. */
class UnreadableValue extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what it should be, a sentence for people
   */
  UnreadableValue(String message) {
    super(message);
  }
}
