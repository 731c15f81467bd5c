package org.storesync.platform.origin;

import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Where the work that is done at this moment was asked for. Empty for what the server does by
 * itself: timers and workers have no request.
 */
@RequestScoped
public class RequestOrigin {

  @Inject private TrustedProxies proxies;

  private String address;
  private String token;

  void begin(@Observes @Initialized(RequestScoped.class) HttpServletRequest request) {
    address = proxies.clientOf(request);
  }

  /** The address of the client. */
  public Optional<String> address() {
    return Optional.ofNullable(address);
  }

  /** The name of the token that signed this request in, instead of a person. */
  public Optional<String> token() {
    return Optional.ofNullable(token);
  }

  /** To be called by whoever accepts a token. */
  public void signedInBy(String tokenName) {
    token = tokenName;
  }
}
