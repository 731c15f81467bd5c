package org.storesync.simulator.api;

/** A parameter breaks a rule of Amazon's description; the message says which. */
class InvalidParameter extends RuntimeException {

  InvalidParameter(String message) {
    super(message);
  }
}
