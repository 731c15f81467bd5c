package org.storesync.server.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.storesync.server.ServerSettings;

/** A program that calls the API with one token. Every answer must keep the promise. */
final class ApiCaller {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URL server;
  private final String token;

  /**
   * @param token null: none
   */
  ApiCaller(URL server, String token) {
    this.server = server;
    this.token = token;
  }

  /** With the token of the environment, which has all roles. */
  static ApiCaller withAllRoles(URL server) {
    return new ApiCaller(server, ServerSettings.API_TOKEN);
  }

  /** With a token made now. */
  static ApiCaller withRole(URL server, String role, String tokenName) {
    return new ApiCaller(server, makeToken(server, tokenName, role, 600_000));
  }

  static String makeToken(URL server, String name, String role, long lifeMillis) {
    return withAllRoles(server)
        .sendUnchecked(
            "POST",
            "/api/for-tests/tokens",
            Map.of("Content-Type", "application/json"),
            object("name", name, "role", role, "lifeMillis", lifeMillis).toString())
        .expect(200)
        .json()
        .getString("secret");
  }

  ApiAnswer get(String path) {
    return send("GET", path, Map.of(), null);
  }

  ApiAnswer post(String path, JsonObject body) {
    return postText(path, body.toString());
  }

  ApiAnswer postText(String path, String body) {
    return send("POST", path, Map.of("Content-Type", "application/json"), body);
  }

  ApiAnswer put(String path, String tag, JsonObject body) {
    return send(
        "PUT",
        path,
        tag == null
            ? Map.of("Content-Type", "application/json")
            : Map.of("Content-Type", "application/json", "If-Match", tag),
        body.toString());
  }

  ApiAnswer send(String method, String path, Map<String, String> headers, String body) {
    ApiAnswer answer = sendUnchecked(method, path, headers, body);
    ApiPromise.check(method, path.replaceAll("[?].*", ""), answer);
    return answer;
  }

  /** For addresses that the promise does not know. */
  ApiAnswer sendUnchecked(String method, String path, Map<String, String> headers, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.toString().replaceAll("/$", "") + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new ApiAnswer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A JSON object of names and values in turn. */
  static JsonObject object(Object... namesAndValues) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = (String) namesAndValues[i];
      Object value = namesAndValues[i + 1];
      if (value instanceof Boolean truth) {
        object.add(name, truth);
      } else if (value instanceof Number number) {
        object.add(name, number.longValue());
      } else if (value instanceof Iterable<?> list) {
        object.add(name, array(list));
      } else if (value instanceof JsonObject nested) {
        object.add(name, nested);
      } else {
        object.add(name, (String) value);
      }
    }
    return object.build();
  }

  private static jakarta.json.JsonArray array(Iterable<?> values) {
    var array = Json.createArrayBuilder();
    for (Object value : values) {
      if (value instanceof Number number) {
        array.add(number.longValue());
      } else if (value instanceof JsonObject object) {
        array.add(object);
      } else {
        array.add((String) value);
      }
    }
    return array.build();
  }
}
