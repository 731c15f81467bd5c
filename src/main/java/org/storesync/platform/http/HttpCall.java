package org.storesync.platform.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.storesync.platform.quota.QuotaRequest;

/**
 * One call of a remote system. It never prints headers, query or body: they hold tokens and
 * personal data.
 *
 * @param method {@code GET}, {@code POST} ...
 * @param address complete address with query; beginning with a slash it means this server itself
 * @param headers by name
 * @param body what to send, if anything
 * @param repeatable whether sending it twice does no harm, so that it may be tried again
 * @param quota what it is counted against, if anything
 */
public record HttpCall(
    String method,
    String address,
    Map<String, String> headers,
    Optional<String> body,
    boolean repeatable,
    Optional<QuotaRequest> quota) {

  public HttpCall {
    headers = Map.copyOf(headers);
  }

  public static HttpCall get(String address, Map<String, String> headers, QuotaRequest quota) {
    return new HttpCall("GET", address, headers, Optional.empty(), true, Optional.of(quota));
  }

  /** Posts a form; only for what may be sent twice. */
  public static HttpCall repeatableForm(
      String address, Map<String, String> headers, Map<String, String> form) {
    Map<String, String> all =
        new HashMap<>(Map.of("Content-Type", "application/x-www-form-urlencoded"));
    all.putAll(headers);
    return new HttpCall("POST", address, all, Optional.of(query(form)), true, Optional.empty());
  }

  /**
   * Name and value pairs as a query or a form wants them. Commas stay, so that lists can be read.
   */
  public static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** One part of a path or query, percent-encoded. */
  public static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20").replace("%2C", ",");
  }

  @Override
  public String toString() {
    return method + " " + address.replaceFirst("\\?.*", "");
  }
}
