package org.storesync.simulator.message;

/** A percent sign in a query or form is not followed by two hexadecimal digits. */
public class MalformedForm extends RuntimeException {

  MalformedForm(IllegalArgumentException cause) {
    super("The request can't be decoded: " + cause.getMessage(), cause);
  }
}
