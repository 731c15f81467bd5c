package org.storesync.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;

/** The demo seller's account in the simulated marketplace of a server, reached as Amazon is. */
final class SimulatedAccount {

  private static final String SELLER = "seller";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI simulator;
  private final Instant from = Instant.now().minus(Duration.ofDays(700));

  SimulatedAccount(RunningServer server) {
    this.simulator = server.address().resolve("/simulator/");
  }

  /** Lets searchOrders answer late, after some quick answers. */
  void slowDown(int afterAnswers, int delayMillis) {
    String fault =
        Json.createObjectBuilder()
            .add("kind", "SLOW")
            .add("operation", "searchOrders")
            .add("answers", 100)
            .add("after", afterAnswers)
            .add("delayMillis", delayMillis)
            .build()
            .toString();
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(simulator.resolve("control/faults?seller=" + SELLER))
                .header("x-control-key", ServerSettings.DEMO_CONTROL_KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(fault)));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  /**
   * The ids of all orders that belong into the back office by domain section 8: not pending, not
   * cancelled, those of Amazon only when shipped, and without an unknown SKU.
   *
   * @param settled only orders that have not changed since: the market goes on while a test runs
   */
  List<String> ordersToImport(Instant settled) {
    List<String> ids = new ArrayList<>();
    String accessToken = accessToken();
    String next = "";
    do {
      JsonObject page = page(accessToken, settled, next);
      page.getJsonArray("orders").getValuesAs(JsonObject.class).stream()
          .filter(SimulatedAccount::belongsIntoTheBackOffice)
          .forEach(order -> ids.add(order.getString("orderId")));
      JsonObject pagination = page.getJsonObject("pagination");
      next = pagination == null ? "" : pagination.getString("nextToken", "");
    } while (!next.isEmpty());
    return ids;
  }

  /**
   * Fails unless these are the orders that belong into the back office, each once.
   *
   * @param found the Amazon order ids of its documents
   * @param settled when the test began
   */
  void checkImportedOnce(List<String> found, Instant settled) {
    List<String> expected = ordersToImport(settled);
    assertThat(found).as("orders of the back office").doesNotHaveDuplicates();
    assertThat(found).as("orders of the back office").containsAll(expected);
    List<String> beyond = new ArrayList<>(found);
    beyond.removeAll(expected);
    assertThat(beyond)
        .as("orders that are there beyond those: each has changed since the test began")
        .allMatch(id -> !lastChange(id).isBefore(settled));
  }

  /**
   * Which pages of orders were asked for with success since the log was emptied, oldest first: the
   * page token, or nothing for a first page.
   */
  List<String> pagesGiven() {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(
                    simulator.resolve("control/requests?operation=searchOrders&seller=" + SELLER))
                .header("x-control-key", ServerSettings.DEMO_CONTROL_KEY)
                .GET());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer.body()).getJsonArray("requests").getValuesAs(JsonObject.class).stream()
        .filter(request -> request.getInt("status") == 200)
        .map(request -> request.getJsonObject("parameters").getString("paginationToken", ""))
        .toList();
  }

  /** When the marketplace last changed an order. */
  private Instant lastChange(String orderId) {
    JsonObject order =
        get(accessToken(), "orders/2026-01-01/orders/" + orderId).getJsonObject("order");
    return Instant.parse(order.getString("lastUpdatedTime"));
  }

  private static boolean belongsIntoTheBackOffice(JsonObject order) {
    JsonObject fulfillment = order.getJsonObject("fulfillment");
    String status = fulfillment.getString("fulfillmentStatus");
    boolean known =
        order.getJsonArray("orderItems").getValuesAs(JsonObject.class).stream()
            .noneMatch(
                item ->
                    item.getJsonObject("product").getString("sellerSku", "").startsWith("UNKNOWN"));
    boolean wanted =
        fulfillment.getString("fulfilledBy").equals("AMAZON")
            ? status.equals("SHIPPED")
            : !status.startsWith("PENDING") && !status.equals("CANCELLED");
    return known && wanted;
  }

  private JsonObject page(String accessToken, Instant to, String token) {
    return get(
        accessToken,
        "orders/2026-01-01/orders?lastUpdatedAfter="
            + from
            + "&lastUpdatedBefore="
            + to
            + "&includedData=FULFILLMENT"
            + (token.isEmpty()
                ? ""
                : "&paginationToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
  }

  private JsonObject get(String accessToken, String path) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(simulator.resolve(path))
                .header("x-amz-access-token", accessToken)
                .header("User-Agent", "StoreSyncTest/1 (Language=Java/17)")
                .GET());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer.body());
  }

  private String accessToken() {
    String form =
        "grant_type=refresh_token&client_id=amzn1.application-oa2-client.demo"
            + "&client_secret=amzn1.oa2-cs.v1.demo-secret&refresh_token=Atzr%7Cdemo-"
            + SELLER;
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(simulator.resolve("auth/o2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    return json(answer.body()).getString("access_token");
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(
          request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
