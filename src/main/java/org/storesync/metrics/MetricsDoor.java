package org.storesync.metrics;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.storesync.access.ApiTokens;
import org.storesync.access.BearerToken;
import org.storesync.platform.origin.TrustedProxies;
import org.storesync.web.Refusal;

/**
 * Stands before the server's own {@code /metrics}: the names of stores and how much they sell are
 * not for everybody. It lets in whom {@code STORESYNC_METRICS} names, and makes the figures fresh.
 */
public class MetricsDoor extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient TrustedProxies proxies;
  @Inject private transient ApiTokens tokens;
  @Inject private transient MetricsBoard board;

  @Inject
  @ConfigProperty(name = "storesync.metrics", defaultValue = "loopback")
  private String setting;

  private MetricsAccess access;

  /** A setting that can't be read keeps the server from starting. */
  @Override
  public void init() {
    access = MetricsAccess.of(setting);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (access == MetricsAccess.OFF) {
      Refusal.write(
          request, response, HttpServletResponse.SC_NOT_FOUND, "Metrics are switched off.");
    } else if (access == MetricsAccess.TOKEN && !showsToken(request)) {
      response.setHeader("WWW-Authenticate", "Bearer");
      Refusal.write(
          request,
          response,
          HttpServletResponse.SC_UNAUTHORIZED,
          "Send a token of the API: Authorization: Bearer ….");
    } else if (access == MetricsAccess.LOOPBACK && !proxies.isOnThisMachine(request)) {
      Refusal.write(
          request,
          response,
          HttpServletResponse.SC_FORBIDDEN,
          "Metrics are told on this machine only. STORESYNC_METRICS=token tells them to whoever"
              + " shows a token of the API.");
    } else {
      board.refresh();
      tell(request, response, chain);
    }
  }

  /** In OpenMetrics to whoever asks for it, which the server itself does not speak. */
  private static void tell(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    CollectedText collected = new CollectedText(response);
    if (OpenMetrics.isAskedFor(request)) {
      chain.doFilter(OpenMetrics.askingForText(request), collected);
      collected.passOn(OpenMetrics.MEDIA_TYPE, OpenMetrics::of);
    } else {
      chain.doFilter(request, collected);
      collected.passOn();
    }
  }

  private boolean showsToken(HttpServletRequest request) {
    return BearerToken.shownBy(request).flatMap(tokens::find).isPresent();
  }
}
