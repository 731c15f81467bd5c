package org.storesync.unattended;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.storesync.server.MarketplaceServer;
import org.storesync.simulator.MarketplaceFixture;
import org.storesync.simulator.api.LoginEndpoint;
import org.storesync.simulator.message.SimulatorAnswer;
import org.storesync.simulator.message.SimulatorRequest;

/**
 * The simulated marketplace apart from the nodes, so that its log of requests and what goes wrong
 * with it outlive them. Its orders arrive and change as the clock goes on.
 */
final class MarketplaceOfDays implements AutoCloseable {

  static final String SELLER = "days";

  private final MarketplaceServer server;
  private final MarketplaceFixture marketplace;
  private final AtomicReference<HeldAnswer> nextToHold = new AtomicReference<>();

  /**
   * @param account what the seller's account is like, as JSON
   */
  MarketplaceOfDays(Clock clock, String account) {
    marketplace = MarketplaceFixture.of(clock, 1_000_000, SELLER);
    declare(account);
    server = new MarketplaceServer(this::answer);
  }

  /** From now on the account is like this; what was asked of it and goes wrong with it stays. */
  void declare(String account) {
    SimulatorAnswer answer = marketplace.control("PUT", "sellers/" + SELLER, "", account);
    if (answer.status() != 204) {
      throw new IllegalArgumentException(answer.body());
    }
  }

  /**
   * The entries of a store that is connected to it.
   *
   * @param more further entries, each after a comma
   */
  String connection(String more) {
    return """
    {"refreshToken": "%s%s", "clientSecret": "%s", "apiEndpoint": "%s",
     "tokenEndpoint": "%s/auth/o2/token", "timeZone": "UTC" %s}
    """
        .formatted(
            LoginEndpoint.REFRESH_PREFIX,
            SELLER,
            LoginEndpoint.CLIENT_SECRET,
            server.address(),
            server.address(),
            more);
  }

  private SimulatorAnswer answer(SimulatorRequest request) {
    SimulatorAnswer answer = marketplace.answer(request);
    if (request.path().equals(MarketplaceFixture.ORDERS)) {
      Optional.ofNullable(nextToHold.getAndSet(null)).ifPresent(HeldAnswer::hold);
    }
    return answer;
  }

  /** The next search is received, and its answer held back. */
  HeldAnswer holdNextSearch() {
    HeldAnswer held = new HeldAnswer();
    nextToHold.set(held);
    return held;
  }

  /** From now on every search is answered by 503. */
  void fail() {
    marketplace.fault("{\"kind\": \"UNAVAILABLE\", \"answers\": 1000000}");
  }

  void recover() {
    marketplace.control("DELETE", "faults", "seller=" + SELLER, "");
  }

  /** What was searched for, in its order. */
  List<JsonObject> searches() {
    return marketplace.log().getValuesAs(JsonObject.class).stream()
        .filter(line -> line.getString("operation").equals("searchOrders"))
        .toList();
  }

  /** All orders as they are now, with everything that Amazon tells of them. */
  List<JsonObject> orders() {
    marketplace.signIn();
    return MarketplaceFixture.object(
            marketplace.control("GET", "sellers/" + SELLER + "/orders", "", ""))
        .getJsonArray("orders")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(order -> marketplace.order(order.getString("orderId")))
        .map(answer -> MarketplaceFixture.object(answer).getJsonObject("order"))
        .toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
