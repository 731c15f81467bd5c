package org.storesync.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The demo seller's account in a simulated marketplace, reached as Amazon is. */
public final class SimulatedAccount {

  private static final String SELLER = "seller";

  /** Orders of this age have come to their end. */
  private static final Duration LONG_AGO = Duration.ofDays(60);

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI simulator;
  private final Instant from = Instant.now().minus(Duration.ofDays(700));

  /** In the marketplace of a server. */
  public SimulatedAccount(RunningServer server) {
    this(server.address().resolve("/simulator/"));
  }

  /**
   * @param simulator the address of the marketplace, with a slash at the end
   */
  SimulatedAccount(URI simulator) {
    this.simulator = simulator;
  }

  /**
   * Gives the account orders that never change while a test looks: all are from long ago.
   *
   * @param days how many
   * @param ordersPerDay exactly so many each day
   * @param badShare how many of them have a line whose SKU nobody knows
   */
  public void declareSteady(int days, int ordersPerDay, double badShare) {
    declare(
        Json.createObjectBuilder()
            .add("start", Instant.now().minus(LONG_AGO).toString())
            .add("days", days)
            .add("ordersPerDay", ordersPerDay)
            .add("badShare", badShare)
            .add("steady", true));
  }

  /** Gives the account some days of orders; more arrive and change while a test looks. */
  public void declareLively(int days, int ordersPerDay) {
    declare(
        Json.createObjectBuilder()
            .add("start", Instant.now().toString())
            .add("days", days)
            .add("ordersPerDay", ordersPerDay));
  }

  private void declare(JsonObjectBuilder profile) {
    control("PUT", "sellers/" + SELLER, profile.add("mode", "generated").build().toString());
  }

  /** Lets searchOrders answer late, after some quick answers. */
  public void slowDown(int afterAnswers, int delayMillis) {
    addFault(
        Json.createObjectBuilder()
            .add("kind", "SLOW")
            .add("operation", "searchOrders")
            .add("answers", 100_000)
            .add("after", afterAnswers)
            .add("delayMillis", delayMillis)
            .build());
  }

  /** Lets something go wrong, as the control of the marketplace describes it. */
  public void addFault(JsonObject fault) {
    control("POST", "faults?seller=" + SELLER, fault.toString());
  }

  /** How many faults have not struck yet. */
  public int faultsWaiting() {
    return control("GET", "faults?seller=" + SELLER, "").getJsonArray("faults").size();
  }

  public void endFaults() {
    control("DELETE", "faults?seller=" + SELLER, "");
  }

  /** Empties the log of requests. */
  public void forgetRequests() {
    control("DELETE", "requests?seller=" + SELLER, "");
  }

  /**
   * All orders of the account by what is to become of them by domain section 8: those that are
   * pending or cancelled, or not shipped by Amazon yet, are filtered, those with an unknown SKU
   * fail.
   *
   * @param settled only orders that have not changed since: the market goes on while a test runs
   */
  public OrdersByFate orders(Instant settled) {
    OrdersByFate orders = OrdersByFate.none();
    String accessToken = accessToken();
    String next = "";
    do {
      JsonObject page = page(accessToken, settled, next);
      page.getJsonArray("orders").getValuesAs(JsonObject.class).forEach(orders::sort);
      JsonObject pagination = page.getJsonObject("pagination");
      next = pagination == null ? "" : pagination.getString("nextToken", "");
    } while (!next.isEmpty());
    return orders;
  }

  /**
   * Fails unless these are the orders that belong into the back office, each once.
   *
   * @param found the Amazon order ids of its documents
   * @param settled when the test began
   */
  public void checkImportedOnce(List<String> found, Instant settled) {
    checkImportedOnce(found, settled, Set.of());
  }

  /**
   * The same without some orders.
   *
   * @param except nothing is said of these
   */
  public void checkImportedOnce(List<String> found, Instant settled, Set<String> except) {
    List<String> expected = orders(settled).good();
    assertThat(found).as("orders of the back office").doesNotHaveDuplicates();
    Set<String> missing = new HashSet<>(expected);
    missing.removeAll(new HashSet<>(found));
    missing.removeAll(except);
    assertThat(missing).as("orders that the back office lacks").isEmpty();
    Set<String> beyond = new HashSet<>(found);
    beyond.removeAll(new HashSet<>(expected));
    beyond.removeAll(except);
    assertThat(beyond)
        .as("orders that are there beyond those: each has changed since the test began")
        .allMatch(id -> !lastChange(id).isBefore(settled));
  }

  /**
   * Which pages of orders were asked for with success since the log was emptied, oldest first: the
   * page token, or nothing for a first page.
   */
  public List<String> pagesGiven() {
    return control("GET", "requests?operation=searchOrders&seller=" + SELLER, "")
        .getJsonArray("requests")
        .getValuesAs(JsonObject.class)
        .stream()
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

  private JsonObject control(String method, String path, String body) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(simulator.resolve("control/" + path))
                .header("x-control-key", ServerSettings.DEMO_CONTROL_KEY)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return answer.body().isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : json(answer.body());
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
