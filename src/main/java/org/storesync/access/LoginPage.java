package org.storesync.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.storesync.web.Texts;

/** Sign-in, and sign-out from any page. */
@Named
@RequestScoped
public class LoginPage {

  @Inject private FacesContext faces;
  @Inject private SecurityContext security;
  @Inject private Users users;
  @Inject private SignIns signIns;
  @Inject private UserIdentityStore identities;
  @Inject private KnownBrowser browser;
  @Inject private Texts texts;

  private String name;
  private String password;

  /** Whoever is signed in already goes on to the page asked for. */
  public void skipIfSignedIn() throws IOException {
    if (faces.getExternalContext().getRemoteUser() != null) {
      goOn();
    }
  }

  /** Signs in and goes to the page that was asked for first. */
  public void signIn() throws IOException {
    AuthenticationStatus status =
        security.authenticate(
            request(),
            response(),
            AuthenticationParameters.withParams()
                .credential(new UsernamePasswordCredential(name, password)));
    if (status == AuthenticationStatus.SUCCESS) {
      browser.remember(name, response());
      goOn();
    } else {
      faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, refusal(), null));
    }
  }

  /** Ends the session. */
  public void signOut() throws IOException, ServletException {
    users.signedOut();
    request().logout();
    SignedInUser.end(request());
    faces
        .getExternalContext()
        .redirect(request().getContextPath() + ReturnAddress.SIGN_IN_PAGE + "?signedOut=true");
  }

  private String refusal() {
    Optional<Duration> wait = signIns.waitBefore(identities.source(name));
    return wait.isPresent()
        ? texts.of("access.login.wait", wait.get().toSeconds() + 1)
        : texts.of("access.login.refused");
  }

  private void goOn() throws IOException {
    String root = request().getContextPath();
    String from = faces.getExternalContext().getRequestParameterMap().get("from");
    faces.getExternalContext().redirect(ReturnAddress.check(root, from).orElse(root + "/"));
    faces.responseComplete();
  }

  private HttpServletRequest request() {
    return (HttpServletRequest) faces.getExternalContext().getRequest();
  }

  private HttpServletResponse response() {
    return (HttpServletResponse) faces.getExternalContext().getResponse();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
