package org.storesync.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.storesync.web.SafetyHeaders;

/**
 * Tells the server on each request who the caller is. People sign in by the form and are kept in
 * the HTTP session; what they may do is read anew on each request, so that a changed role or a
 * deactivation takes effect at once. Whoever is not signed in is sent to the sign-in page, in a way
 * that a page's background request understands too. Programs below {@code /api} show a token
 * instead: {@link TokenSignIn}.
 *
 * <p>One mechanism of our own, because Jakarta Security 3.0 allows one per application, and the
 * ready-made ones redirect programs and leave background requests without an answer.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

  private static final String RESOURCES = "/jakarta.faces.resource/";

  @Inject private IdentityStoreHandler identities;
  @Inject private Users users;
  @Inject private TokenSignIn tokens;
  @Inject private Clock clock;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    SafetyHeaders.write(request, response);
    if (tokens.isFor(request)) {
      return tokens.validate(request, response, context);
    }
    Credential credential = context.getAuthParameters().getCredential();
    if (credential != null) {
      return signIn(request, credential, context);
    }
    if (isBelow(request, RESOURCES)) {
      return context.doNothing();
    }
    Optional<UserAccess> user = SignedInUser.of(request).flatMap(then -> now(request, then));
    if (user.isPresent()) {
      return context.notifyContainerAboutLogin(
          user.get().name(), user.get().role().includedNames());
    }
    return context.isProtected() ? askToSignIn(request, response, context) : context.doNothing();
  }

  private AuthenticationStatus signIn(
      HttpServletRequest request, Credential credential, HttpMessageContext context) {
    CredentialValidationResult result = identities.validate(credential);
    if (result.getStatus() != CredentialValidationResult.Status.VALID) {
      return AuthenticationStatus.SEND_FAILURE;
    }
    return users
        .access(Long.parseLong(result.getCallerUniqueId()))
        .map(
            user -> {
              SignedInUser.begin(request, user, clock.instant());
              return context.notifyContainerAboutLogin(result);
            })
        .orElse(AuthenticationStatus.SEND_FAILURE);
  }

  /** What the user may do now; ends the session of a user who may not go on. */
  private Optional<UserAccess> now(HttpServletRequest request, UserAccess then) {
    Instant now = clock.instant();
    Optional<UserAccess> user =
        users
            .access(then.id())
            .filter(access -> access.continues(then))
            .filter(access -> !SignedInUser.isOver(request, now));
    if (user.isEmpty()) {
      SignedInUser.end(request);
    } else {
      SignedInUser.used(request, now);
    }
    return user;
  }

  private static AuthenticationStatus askToSignIn(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    try {
      String page = ReturnAddress.signInPage(request);
      if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
        redirectInBackground(response, page);
        return AuthenticationStatus.SEND_CONTINUE;
      }
      // Relative, unlike sendRedirect: behind a proxy with TLS this server does not know its own
      // scheme.
      response.setStatus(HttpServletResponse.SC_FOUND);
      response.setHeader("Location", page);
      return AuthenticationStatus.SEND_CONTINUE;
    } catch (IOException e) {
      throw new UncheckedIOException("The browser can't be sent to the sign-in page", e);
    }
  }

  /** The script that made the request follows this; a redirect in HTTP it would swallow. */
  private static void redirectInBackground(HttpServletResponse response, String page)
      throws IOException {
    response.setContentType("text/xml");
    response.setCharacterEncoding("UTF-8");
    response
        .getWriter()
        .printf(
            "<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"%s\"/>"
                + "</partial-response>",
            page.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"));
    response.flushBuffer();
  }

  private static boolean isBelow(HttpServletRequest request, String folder) {
    return request.getRequestURI().startsWith(request.getContextPath() + folder);
  }
}
