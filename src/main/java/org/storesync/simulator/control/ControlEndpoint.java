package org.storesync.simulator.control;

import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.storesync.simulator.account.SellerAccount;
import org.storesync.simulator.account.SellerAccounts;
import org.storesync.simulator.demo.DemoProfile;
import org.storesync.simulator.message.JsonText;
import org.storesync.simulator.message.SimulatorAnswer;
import org.storesync.simulator.message.SimulatorRequest;

/**
 * The address for tests, {@code /simulator/control}: JSON in and out, opened by the header {@link
 * #KEY_HEADER} with the value of the setting {@code storesync.demo.control.key}. Without the
 * setting or with another value there is nothing here (404).
 *
 * <ul>
 *   <li>{@code GET|DELETE requests?seller=&operation=}: the log of requests
 *   <li>{@code GET|POST|DELETE faults?seller=}: what is to go wrong
 *   <li>{@code PUT sellers/NAME}: declare an account, {@code {mode: manual|generated, ...}}
 *   <li>{@code GET|POST sellers/NAME/orders}: list the orders; post one or an array of them
 *   <li>{@code DELETE sellers/NAME/orders/ID}: take a posted order away
 * </ul>
 */
public class ControlEndpoint {

  public static final String PATH = "/control/";
  public static final String KEY_HEADER = "x-control-key";

  private final SellerAccounts accounts;
  private final SellerControl sellers;
  private final Optional<String> key;
  private final Clock clock;

  /**
   * @param usual what a generated account is like where its declaration says nothing
   * @param key opens this address; absent: nothing does
   */
  public ControlEndpoint(
      SellerAccounts accounts, DemoProfile usual, Optional<String> key, Clock clock) {
    this.accounts = accounts;
    this.sellers = new SellerControl(accounts, usual);
    this.key = key.filter(text -> !text.isBlank());
    this.clock = clock;
  }

  public SimulatorAnswer answer(SimulatorRequest request) {
    if (key.isEmpty() || !request.header(KEY_HEADER).equals(key)) {
      return SimulatorAnswer.empty(404);
    }
    try {
      return route(request);
    } catch (ControlProblem problem) {
      return SimulatorAnswer.of(
          400, JsonText.object().add("message", problem.getMessage()).build());
    }
  }

  private SimulatorAnswer route(SimulatorRequest request) {
    List<String> path = List.of(request.path().substring(PATH.length()).split("/"));
    return switch (path.get(0)) {
      case "requests" -> requests(request);
      case "faults" -> faults(request);
      case "sellers" -> path.size() > 1 ? seller(request, path) : SimulatorAnswer.empty(404);
      default -> SimulatorAnswer.empty(404);
    };
  }

  private SimulatorAnswer requests(SimulatorRequest request) {
    SellerAccount account = account(request);
    return switch (request.method()) {
      case "GET" -> ok(RequestControl.received(account, request.parameter("operation")));
      case "DELETE" -> done(account.log()::clear);
      default -> SimulatorAnswer.empty(405);
    };
  }

  private SimulatorAnswer faults(SimulatorRequest request) {
    SellerAccount account = account(request);
    return switch (request.method()) {
      case "GET" -> ok(FaultControl.waiting(account));
      case "POST" -> done(() -> addFaults(account, request.body()));
      case "DELETE" -> done(account.faults()::clear);
      default -> SimulatorAnswer.empty(405);
    };
  }

  private static void addFaults(SellerAccount account, String body) {
    ControlBody.all(body).stream().map(FaultControl::read).toList().forEach(account.faults()::add);
  }

  private SimulatorAnswer seller(SimulatorRequest request, List<String> path) {
    String seller = path.get(1);
    String deed = request.method() + " " + String.join("/", path.subList(2, path.size()));
    if (deed.startsWith("DELETE orders/")) {
      return done(() -> sellers.remove(seller, path.get(3)));
    }
    return switch (deed) {
      case "PUT " -> done(() -> sellers.declare(seller, ControlBody.single(request.body())));
      case "GET orders" -> ok(sellers.orders(seller, clock.instant()));
      case "POST orders" ->
          done(() -> ControlBody.all(request.body()).forEach(body -> sellers.post(seller, body)));
      default -> SimulatorAnswer.empty(404);
    };
  }

  private SellerAccount account(SimulatorRequest request) {
    return request
        .parameter("seller")
        .map(accounts::of)
        .orElseThrow(() -> new ControlProblem("The parameter seller is missing."));
  }

  private static SimulatorAnswer ok(JsonValue body) {
    return SimulatorAnswer.of(200, body);
  }

  private static SimulatorAnswer done(Runnable deed) {
    deed.run();
    return SimulatorAnswer.empty(204);
  }
}
