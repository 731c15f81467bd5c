package org.storesync.simulator.control;

/** What was posted to the control address makes no sense; the message says why. */
class ControlProblem extends RuntimeException {

  ControlProblem(String message) {
    super(message);
  }
}
