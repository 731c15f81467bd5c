package org.storesync.history;

/** Two documents that are not linked by hand; the message is a sentence for the person. */
public class PairRefused extends Exception {

  private static final long serialVersionUID = 1L;

  public PairRefused(String message) {
    super(message);
  }

  public PairRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
