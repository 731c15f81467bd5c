package org.storesync.simulator.api;

import jakarta.json.JsonObject;
import org.storesync.simulator.message.JsonText;
import org.storesync.simulator.message.SimulatorAnswer;

/**
 * Amazon's error bodies. Codes and texts are those seen in public reports of real answers where
 * there are any; the description only fixes the shape.
 */
final class AmazonErrors {

  private static final String DENIED = "Access to requested resource is denied.";

  private AmazonErrors() {}

  static SimulatorAnswer invalidInput(String message) {
    return error(400, "InvalidInput", message, "");
  }

  static SimulatorAnswer notFound(String message) {
    return error(404, "NotFound", message, "");
  }

  static SimulatorAnswer missingToken() {
    return error(403, "MissingAuthenticationToken", DENIED, "");
  }

  static SimulatorAnswer unauthorized(String details) {
    return error(403, "Unauthorized", DENIED, details);
  }

  static SimulatorAnswer quotaExceeded() {
    return error(429, "QuotaExceeded", "You exceeded your quota for the requested resource.", "");
  }

  static SimulatorAnswer internalFailure() {
    return error(500, "InternalFailure", "We encountered an internal error. Please try again.", "");
  }

  static SimulatorAnswer unavailable() {
    return error(
        503, "ServiceUnavailable", "Service is temporarily unavailable. Please try again.", "");
  }

  private static SimulatorAnswer error(int status, String code, String message, String details) {
    JsonObject error =
        JsonText.object().add("code", code).add("message", message).add("details", details).build();
    return SimulatorAnswer.of(
        status, JsonText.object().add("errors", JsonText.array().add(error)).build());
  }
}
