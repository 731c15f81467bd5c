package org.storesync.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.storesync.platform.origin.TrustedProxies;

/**
 * Lets nobody send a password or read buyers' data over an open wire: without TLS only this machine
 * and the trusted proxies are answered, on whatever address the server was started. Health is told
 * to everybody, since it is nothing but up or down and supervisors ask from outside.
 */
public class SafeTransport extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
  private static final String REFUSAL =
      """
      StoreSync is not reached safely: this connection has no TLS and comes from another machine.
      Put a reverse proxy with TLS before it; one on another machine is named in
      STORESYNC_TRUSTED_PROXIES. Where the network itself is safe, STORESYNC_PLAIN_HTTP_ALLOWED=true
      lets everybody in without TLS.
      """;

  @Inject private transient TrustedProxies proxies;

  @Inject
  @ConfigProperty(name = "storesync.plain.http.allowed", defaultValue = "false")
  private boolean plainAllowed;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (plainAllowed || isEncrypted(request) || proxies.spokenToBy(request) || isHealth(request)) {
      chain.doFilter(request, response);
      return;
    }
    Refusal.write(response, HttpServletResponse.SC_FORBIDDEN, REFUSAL);
  }

  /** The server believes that header of everybody, so whoever sends it proves nothing by it. */
  private static boolean isEncrypted(HttpServletRequest request) {
    return request.isSecure() && request.getHeader(FORWARDED_PROTO) == null;
  }

  private static boolean isHealth(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.equals("/health") || path.matches("/health/(live|ready|started)");
  }
}
