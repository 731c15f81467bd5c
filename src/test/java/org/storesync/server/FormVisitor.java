package org.storesync.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who speaks HTTP by hand: sees headers and cookies, and sends forms that no browser would
 * send. Follows no redirect.
 */
public final class FormVisitor {

  private static final Pattern HIDDEN =
      Pattern.compile(
          "<input type=\"hidden\" name=\"(jakarta.faces.ViewState|primefaces.nonce)\"[^>]*"
              + " value=\"([^\"]*)\"");

  private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final URI server;

  public FormVisitor(URI server) {
    this.server = server;
  }

  /**
   * @param headers names and values in turn
   */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** What a form of this page sends besides its fields. */
  public Map<String, String> hiddenFields(String path) {
    Map<String, String> fields = new LinkedHashMap<>();
    HttpResponse<String> page = get(path);
    Matcher found = HIDDEN.matcher(page.body());
    while (found.find()) {
      fields.put(found.group(1), found.group(2));
    }
    // The scripts of a page send what only the header tells.
    Matcher nonce = NONCE.matcher(page.headers().firstValue("Content-Security-Policy").orElse(""));
    if (nonce.find()) {
      fields.put("primefaces.nonce", nonce.group(1));
    }
    return fields;
  }

  public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("No answer from " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends the form of the sign-in page. */
  public HttpResponse<String> signIn(String name, String password, String... headers) {
    Map<String, String> fields = hiddenFields("login.xhtml");
    fields.putIfAbsent("jakarta.faces.ViewState", "stateless");
    fields.put("login", "login");
    fields.put("login:name", name);
    fields.put("login:password", password);
    fields.put("login:submit", "Sign in");
    return post("login.xhtml", fields, headers);
  }

  /** Signs in as the administrator of the tests. */
  public FormVisitor signedIn() {
    HttpResponse<String> answer = signIn("admin", ServerSettings.ADMIN_PASSWORD);
    if (answer.statusCode() != 302) {
      throw new IllegalStateException("Sign-in was answered with " + answer.statusCode());
    }
    return this;
  }

  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  public String session() {
    return cookies().stream()
        .filter(cookie -> cookie.getName().equals("JSESSIONID"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
