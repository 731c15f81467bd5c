package org.storesync.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.storesync.api.Problem;
import org.storesync.api.ProblemNet;
import org.storesync.platform.origin.RequestOrigin;

/**
 * Lets programs in that show a token, on each request anew and without a session. Nothing else
 * counts below {@code /api}: a browser sends its cookie also when a foreign site asks it to, a
 * token never.
 */
@ApplicationScoped
class TokenSignIn {

  private static final String PROGRAMS = "/api";

  @Inject private ApiTokens tokens;
  @Inject private RequestOrigin origin;

  /** Whether a request is one of programs; asked of the path as the server itself reads it. */
  boolean isFor(HttpServletRequest request) {
    return request.getServletPath().equals(PROGRAMS)
        || request.getServletPath().startsWith(PROGRAMS + "/");
  }

  AuthenticationStatus validate(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<TokenCaller> caller = BearerToken.shownBy(request).flatMap(tokens::find);
    if (caller.isEmpty()) {
      refuse(response, request.getHeader("Authorization") != null);
      return AuthenticationStatus.SEND_CONTINUE;
    }
    origin.signedInBy(caller.get().tokenName());
    return context.notifyContainerAboutLogin(
        caller.get().name(), caller.get().role().includedNames());
  }

  private static void refuse(HttpServletResponse response, boolean shown) {
    // RFC 6750: without a token there is nothing to say about it.
    response.setHeader("WWW-Authenticate", shown ? "Bearer error=\"invalid_token\"" : "Bearer");
    String detail =
        shown
            ? "This token is wrong, expired or revoked. An administrator makes a new one on the"
                + " page Users."
            : "Send a token: Authorization: Bearer …. An administrator makes one on the page"
                + " Users.";
    try {
      ProblemNet.write(response, Problem.of(HttpServletResponse.SC_UNAUTHORIZED, detail));
    } catch (IOException e) {
      throw new UncheckedIOException("The program can't be told that its token is refused", e);
    }
  }
}
