package org.storesync.alert;

/** A letter did not arrive. The message is a sentence for people, without secrets. */
public class LetterRefused extends Exception {

  private static final long serialVersionUID = 1L;

  public LetterRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
