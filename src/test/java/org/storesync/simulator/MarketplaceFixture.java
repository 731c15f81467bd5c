package org.storesync.simulator;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storesync.simulator.api.LoginEndpoint;
import org.storesync.simulator.message.FormText;
import org.storesync.simulator.message.JsonText;
import org.storesync.simulator.message.SimulatorAnswer;
import org.storesync.simulator.message.SimulatorRequest;

/** A simulated marketplace and a caller who is signed in, without a server. */
public final class MarketplaceFixture {

  public static final Instant START = Instant.parse("2026-07-01T09:30:00Z");
  public static final String ORDERS = "/orders/2026-01-01/orders";
  public static final String EVERYTHING =
      "BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES,TAX,PAYMENT,"
          + "FULFILLMENT_ORDERS";

  private static final String KEY = "key";

  private final SimulatedMarketplace marketplace;
  private final String seller;
  private String token = "";

  private MarketplaceFixture(SimulatedMarketplace marketplace, String seller) {
    this.marketplace = marketplace;
    this.seller = seller;
  }

  /** With Amazon's own quotas. */
  public static MarketplaceFixture strict(Clock clock) {
    return of(clock, 1, "seller");
  }

  /** With quotas that nobody reaches. */
  public static MarketplaceFixture generous(Clock clock) {
    return of(clock, 1_000_000, "seller");
  }

  public static MarketplaceFixture of(Clock clock, double quotaFactor, String seller) {
    DemoSettings settings = new DemoSettings(START, 20, quotaFactor, Optional.of(KEY));
    MarketplaceFixture caller =
        new MarketplaceFixture(new SimulatedMarketplace(settings, clock), seller);
    caller.signIn();
    return caller;
  }

  /** Another caller of the same marketplace. */
  public MarketplaceFixture as(String otherSeller) {
    MarketplaceFixture caller = new MarketplaceFixture(marketplace, otherSeller);
    caller.signIn();
    return caller;
  }

  public void signIn() {
    token =
        object(login("refresh_token", LoginEndpoint.REFRESH_PREFIX + seller))
            .getString("access_token", "");
  }

  public SimulatorAnswer login(String grantType, String refreshToken) {
    return post(
        "/auth/o2/token",
        "grant_type=%s&client_id=%s&client_secret=%s&refresh_token=%s"
            .formatted(
                grantType,
                LoginEndpoint.CLIENT_ID,
                LoginEndpoint.CLIENT_SECRET,
                encoded(refreshToken)));
  }

  public SimulatorAnswer post(String path, String form) {
    Map<String, String> headers = Map.of("content-type", "application/x-www-form-urlencoded");
    return marketplace.answer(new SimulatorRequest("POST", path, Map.of(), headers, form));
  }

  public SimulatorAnswer get(String path, String query) {
    Map<String, String> headers = Map.of("x-amz-access-token", token, "user-agent", "Test/1");
    return marketplace.answer(SimulatorRequest.get(path, query, headers));
  }

  public SimulatorAnswer getWith(Map<String, String> headers, String path) {
    return marketplace.answer(SimulatorRequest.get(path, "", headers));
  }

  public SimulatorAnswer search(String query) {
    return get(ORDERS, query);
  }

  public SimulatorAnswer order(String orderId) {
    return get(ORDERS + "/" + orderId, "includedData=" + EVERYTHING);
  }

  /** All orders of the search, page by page. */
  public List<JsonObject> all(String query) {
    List<JsonObject> orders = new ArrayList<>();
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      JsonObject page = object(search(query + next.orElseThrow()));
      orders.addAll(page.getJsonArray("orders").getValuesAs(JsonObject.class));
      next = nextToken(page).map(text -> "&paginationToken=" + encoded(text));
    }
    return orders;
  }

  public SimulatorAnswer control(String method, String path, String query, String body) {
    return marketplace.answer(
        new SimulatorRequest(
            method, "/control/" + path, FormText.parse(query), Map.of("x-control-key", KEY), body));
  }

  public void fault(String json) {
    SimulatorAnswer answer = control("POST", "faults", "seller=" + seller, json);
    if (answer.status() != 204) {
      throw new IllegalArgumentException(answer.body());
    }
  }

  /** What it answers to a request of anybody. */
  public SimulatorAnswer answer(SimulatorRequest request) {
    return marketplace.answer(request);
  }

  /** The log of requests of this caller's seller. */
  public JsonArray log() {
    return object(control("GET", "requests", "seller=" + seller, "")).getJsonArray("requests");
  }

  public static Optional<String> nextToken(JsonObject page) {
    return Optional.ofNullable(page.getJsonObject("pagination"))
        .map(pagination -> pagination.getString("nextToken"));
  }

  public static JsonObject object(SimulatorAnswer answer) {
    return JsonText.parse(answer.body()).orElseThrow().asJsonObject();
  }

  public static String errorCode(SimulatorAnswer answer) {
    return object(answer).getJsonArray("errors").getJsonObject(0).getString("code");
  }

  public static String errorMessage(SimulatorAnswer answer) {
    return object(answer).getJsonArray("errors").getJsonObject(0).getString("message");
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
