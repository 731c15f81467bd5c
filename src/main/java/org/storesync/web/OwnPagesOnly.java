package org.storesync.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Takes changes and live channels from our own pages only: a browser says which site a request
 * comes from, and programs that are no browsers say nothing. It stands before the view state that
 * protects each form, and protects what has none: the sign-in form and the live channel.
 */
public class OwnPagesOnly extends HttpFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean reads = READING.contains(request.getMethod()) && request.getHeader("Upgrade") == null;
    if (reads || isOwn(request)) {
      chain.doFilter(request, response);
    } else {
      Refusal.write(
          request,
          response,
          HttpServletResponse.SC_FORBIDDEN,
          "This request comes from another site and was not carried out.");
    }
  }

  private static boolean isOwn(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !OWN_SITES.contains(site)) {
      return false;
    }
    String origin = request.getHeader("Origin");
    return origin == null
        || hostOf(origin).equals(request.getServerName().toLowerCase(Locale.ROOT));
  }

  /** Without the port, which many proxies do not pass on. */
  private static String hostOf(String origin) {
    try {
      String host = new URI(origin).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      // "null" or nonsense: not one of our pages.
      return "";
    }
  }
}
