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

  private static final String TLS_NOT_SEEN =
      """
      StoreSync was started without its boot commands, and so does not see that this connection is
      encrypted: its cookies would travel without TLS as well. Start it with
      --prebootcommandfile server-config/preboot.asadmin.
      """;

  @Inject private transient TrustedProxies proxies;

  @Inject
  @ConfigProperty(name = "storesync.plain.http.allowed", defaultValue = "false")
  private boolean plainAllowed;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isHealth(request)) {
      chain.doFilter(request, response);
    } else if (isTlsNotSeen(request)) {
      Refusal.write(request, response, HttpServletResponse.SC_FORBIDDEN, TLS_NOT_SEEN);
    } else if (plainAllowed || isEncrypted(request) || proxies.spokenToBy(request)) {
      chain.doFilter(request, response);
    } else {
      Refusal.write(request, response, HttpServletResponse.SC_FORBIDDEN, REFUSAL);
    }
  }

  /** Behind TLS a server that takes itself to be without sends cookies that are not secure. */
  private static boolean isTlsNotSeen(HttpServletRequest request) {
    return "https".equalsIgnoreCase(request.getHeader(FORWARDED_PROTO)) && !request.isSecure();
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
