package org.storesync.simulator.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.storesync.simulator.account.Operation;
import org.storesync.simulator.account.SellerAccount;
import org.storesync.simulator.account.SellerAccounts;
import org.storesync.simulator.message.SimulatorAnswer;
import org.storesync.simulator.message.SimulatorRequest;

/**
 * Orders API 2026-01-01. In this order: who asks (403), what is to go wrong, the quota (429), the
 * parameters (400), the answer. Only requests of a known seller are logged and cost quota.
 */
public class OrdersEndpoint {

  public static final String PATH = "/orders/2026-01-01/orders";

  static final String REQUEST_ID = "x-amzn-RequestId";
  static final String TOKEN_EXPIRED = "The access token you provided has expired.";

  private static final String INVALID_TOKEN =
      "The access token you provided is revoked, malformed or invalid.";

  private final SellerAccounts accounts;
  private final RequestIds ids;
  private final Clock clock;

  public OrdersEndpoint(SellerAccounts accounts, RequestIds ids, Clock clock) {
    this.accounts = accounts;
    this.ids = ids;
    this.clock = clock;
  }

  /** True if the path is one of this endpoint's. */
  public static boolean serves(SimulatorRequest request) {
    return request.method().equals("GET")
        && (request.path().equals(PATH) || request.path().matches(PATH + "/[^/]+"));
  }

  /** Amazon's answer to a path that it does not have, or to a caller without a token. */
  public SimulatorAnswer denied() {
    return AmazonErrors.missingToken().with(REQUEST_ID, ids.next());
  }

  /** Amazon's answer to a request that can't be read. */
  public SimulatorAnswer unreadable(String why) {
    return AmazonErrors.invalidInput(why).with(REQUEST_ID, ids.next());
  }

  public SimulatorAnswer answer(SimulatorRequest request) {
    return request
        .header("x-amz-access-token")
        .filter(token -> !token.isBlank())
        .map(token -> answer(request, token))
        .orElseGet(this::denied);
  }

  private SimulatorAnswer answer(SimulatorRequest request, String tokenText) {
    Instant now = clock.instant();
    Optional<AccessToken> token = AccessToken.of(tokenText);
    if (token.isEmpty()) {
      return AmazonErrors.unauthorized(INVALID_TOKEN).with(REQUEST_ID, ids.next());
    }
    SellerAccount account = accounts.of(token.orElseThrow().seller());
    OrdersCall call = new OrdersCall(account, operation(request), request, ids.next(), now);
    return call.answer(tokenText, token.orElseThrow());
  }

  private static Operation operation(SimulatorRequest request) {
    return request.path().equals(PATH) ? Operation.SEARCH_ORDERS : Operation.GET_ORDER;
  }
}
