package org.storesync.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The page that was asked for before sign-in. It comes back from the browser, so only a page of
 * this application is accepted: else a link to our sign-in could end at a foreign site.
 */
final class ReturnAddress {

  static final String SIGN_IN_PAGE = "/login.xhtml";
  private static final int LONGEST = 2000;

  private ReturnAddress() {}

  /** Address of the sign-in page that leads back to what this request wanted to see. */
  static String signInPage(HttpServletRequest request) {
    String root = request.getContextPath();
    String wanted = wanted(request);
    return root
        + SIGN_IN_PAGE
        + check(root, wanted)
            .filter(address -> !address.equals(root + "/"))
            .map(address -> "?from=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
            .orElse("");
  }

  /**
   * The address if it is a page of this application.
   *
   * @param root context path of the application, empty for the root
   * @param address may be null
   */
  static Optional<String> check(String root, String address) {
    if (address == null || address.length() > LONGEST || !address.startsWith(root + "/")) {
      return Optional.empty();
    }
    // Browsers read a backslash as a slash, skip control characters, and take // for a host.
    if (address.startsWith("//")
        || address.indexOf('\\') >= 0
        || address.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      return Optional.empty();
    }
    return isPage(root, address) ? Optional.of(address) : Optional.empty();
  }

  private static boolean isPage(String root, String address) {
    try {
      URI uri = new URI(address);
      String path = uri.getPath();
      return uri.getHost() == null
          && !path.contains("//")
          && !path.contains("/.")
          && (path.equals(root + "/") || path.endsWith(".xhtml"))
          && !path.equals(root + SIGN_IN_PAGE);
    } catch (URISyntaxException e) {
      // Typed by hand or forged: the start page is where everybody can go.
      return false;
    }
  }

  private static String wanted(HttpServletRequest request) {
    if ("GET".equals(request.getMethod())) {
      String query = request.getQueryString();
      return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
    // A form is sent to its page without the page's parameters; the browser tells them otherwise.
    return pageOfForm(request).orElse(request.getRequestURI());
  }

  private static Optional<String> pageOfForm(HttpServletRequest request) {
    String referrer = request.getHeader("Referer");
    if (referrer == null) {
      return Optional.empty();
    }
    try {
      URI page = new URI(referrer);
      return request.getRequestURI().equals(page.getRawPath()) && page.getRawQuery() != null
          ? Optional.of(page.getRawPath() + "?" + page.getRawQuery())
          : Optional.empty();
    } catch (URISyntaxException e) {
      // Not an address: nothing is known beyond the request itself.
      return Optional.empty();
    }
  }
}
