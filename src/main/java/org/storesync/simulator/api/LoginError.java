package org.storesync.simulator.api;

import java.util.List;
import java.util.Optional;
import org.storesync.simulator.message.JsonText;
import org.storesync.simulator.message.SimulatorAnswer;

/** Why Login with Amazon gives no token, in the order in which it looks. */
enum LoginError {
  MALFORMED(400, "invalid_request", "The request is missing a required parameter: grant_type"),
  GRANT_TYPE(
      400,
      "unsupported_grant_type",
      "The authorization grant type is not supported by the authorization server"),
  INCOMPLETE(
      400,
      "invalid_request",
      "The request is missing a required parameter: client_id, client_secret or refresh_token"),
  CLIENT(401, "invalid_client", "Client authentication failed"),
  REFRESH_TOKEN(
      400,
      "invalid_grant",
      "The request has an invalid grant parameter : refresh_token. User may have revoked or didn't"
          + " grant the permission.");

  private static final List<String> NEEDED = List.of("client_id", "client_secret", "refresh_token");

  private final int status;
  private final String code;
  private final String description;

  LoginError(int status, String code, String description) {
    this.status = status;
    this.code = code;
    this.description = description;
  }

  /** The first error of this form; absent if a token can be given. */
  static Optional<LoginError> in(LoginForm form, boolean knownSeller) {
    if (form.value("grant_type").isEmpty()) {
      return Optional.of(MALFORMED);
    }
    if (!form.value("grant_type").orElseThrow().equals("refresh_token")) {
      return Optional.of(GRANT_TYPE);
    }
    if (NEEDED.stream().anyMatch(name -> form.value(name).isEmpty())) {
      return Optional.of(INCOMPLETE);
    }
    if (!ourApplication(form)) {
      return Optional.of(CLIENT);
    }
    return knownSeller ? Optional.empty() : Optional.of(REFRESH_TOKEN);
  }

  SimulatorAnswer answer(String requestId) {
    return SimulatorAnswer.of(
        status,
        JsonText.object()
            .add("error", code)
            .add("error_description", description)
            .add("request_id", requestId)
            .build());
  }

  private static boolean ourApplication(LoginForm form) {
    return form.value("client_id").orElseThrow().equals(LoginEndpoint.CLIENT_ID)
        && form.value("client_secret").orElseThrow().equals(LoginEndpoint.CLIENT_SECRET);
  }
}
