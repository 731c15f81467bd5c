package org.storesync.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** A program with all roles, and with the control of the simulated marketplace. */
public final class TokenUser {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String DEMO_STORE = "api/stores/Demo%20Store/";

  private final URI server;

  public TokenUser(RunningServer server) {
    this.server = server.address();
  }

  /** Queues a prepare run for each active entity of the demo store. */
  public void prepareAll() {
    post(DEMO_STORE + "preparations", "{\"mode\": \"FULL\"}");
  }

  /** Queues a process run of everything in the demo store that is ready. */
  public void processAll() {
    post(DEMO_STORE + "processings", "{}");
  }

  /** Queues a prepare run of what changed for each active entity of the demo store. */
  public void prepareWhatChanged() {
    post(DEMO_STORE + "preparations", "{\"mode\": \"INCREMENTAL\"}");
  }

  /** Lets the demo store ask another marketplace. */
  public void connectTo(URI marketplace) {
    change(
        "api/stores/Demo%20Store",
        "{\"apiEndpoint\": \"%1$s\", \"tokenEndpoint\": \"%1$s/auth/o2/token\"}"
            .formatted(marketplace));
  }

  /** The runs, the newest first; at most a page of them. */
  public List<JsonObject> runs() {
    return read("api/runs?limit=100").getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private JsonObject read(String path) {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  /** Lets the marketplace of this server answer late, so that there is a middle to stop in. */
  public void slowDown(int delayMillis) {
    post(
        "simulator/control/faults?seller=seller",
        """
        {"kind": "SLOW", "operation": "searchOrders", "answers": 1000, "after": 0, "delayMillis": %d}
        """
            .formatted(delayMillis));
  }

  /** Lets the marketplace of this server answer at once again. */
  public void speedUp() {
    String path = "simulator/control/faults?seller=seller";
    done(path, request(path).DELETE());
  }

  /** Posts to an address below the server's. */
  public void post(String path, String json) {
    done(path, withJson(path).POST(BodyPublishers.ofString(json)));
  }

  /** Changes what is at this address, as it is now. */
  public void change(String path, String json) {
    String version = get(path).headers().firstValue("ETag").orElseThrow();
    done(path, withJson(path).header("If-Match", version).PUT(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder withJson(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private static void done(String path, HttpRequest.Builder request) {
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + ServerSettings.API_TOKEN)
        .header("x-control-key", ServerSettings.DEMO_CONTROL_KEY);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
