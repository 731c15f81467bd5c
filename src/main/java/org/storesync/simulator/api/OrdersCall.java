package org.storesync.simulator.api;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.storesync.simulator.account.Fault;
import org.storesync.simulator.account.FaultKind;
import org.storesync.simulator.account.Operation;
import org.storesync.simulator.account.ReceivedRequest;
import org.storesync.simulator.account.SellerAccount;
import org.storesync.simulator.message.SimulatorAnswer;
import org.storesync.simulator.message.SimulatorRequest;
import org.storesync.simulator.order.DataSet;

/** One call of an operation by a known seller, from the token to the line in the log. */
final class OrdersCall {

  private static final String RATE_LIMIT = "x-amzn-RateLimit-Limit";
  private static final Set<Integer> TELL_THE_RATE = Set.of(200, 400, 404);
  private static final int LONGEST_USER_AGENT = 500;
  private static final String ORDER_ID = "\\d{3}-\\d{7}-\\d{7}";

  private final SellerAccount account;
  private final Operation operation;
  private final SimulatorRequest request;
  private final Parameters parameters;
  private final String requestId;
  private final Instant now;
  private int orders;

  OrdersCall(
      SellerAccount account,
      Operation operation,
      SimulatorRequest request,
      String requestId,
      Instant now) {
    this.account = account;
    this.operation = operation;
    this.request = request;
    this.parameters = new Parameters(request.query());
    this.requestId = requestId;
    this.now = now;
  }

  SimulatorAnswer answer(String tokenText, AccessToken token) {
    SimulatorAnswer bare = refusal(tokenText, token).orElseGet(this::served);
    account.log().add(line(bare));
    SimulatorAnswer answer = bare.with(OrdersEndpoint.REQUEST_ID, requestId);
    return TELL_THE_RATE.contains(bare.status())
        ? answer.with(RATE_LIMIT, account.quota(operation).header())
        : answer;
  }

  private Optional<SimulatorAnswer> refusal(String tokenText, AccessToken token) {
    if (token.expired(now) || account.killed(tokenText)) {
      return Optional.of(AmazonErrors.unauthorized(OrdersEndpoint.TOKEN_EXPIRED));
    }
    boolean withPageToken = request.query().containsKey(SearchOrdersRequest.PAGE_TOKEN);
    Optional<Fault> fault = account.faults().refusal(operation, withPageToken);
    fault
        .filter(struck -> struck.kind() == FaultKind.EXPIRED_TOKEN)
        .ifPresent(struck -> account.kill(tokenText));
    return fault
        .map(FaultyAnswer::refused)
        .or(() -> account.quota(operation).take() ? Optional.empty() : throttled());
  }

  private static Optional<SimulatorAnswer> throttled() {
    return Optional.of(AmazonErrors.quotaExceeded());
  }

  private SimulatorAnswer served() {
    try {
      return FaultyAnswer.onItsWay(account, operation, sound());
    } catch (InvalidParameter broken) {
      return AmazonErrors.invalidInput(broken.getMessage());
    }
  }

  private SimulatorAnswer sound() {
    if (request.header("user-agent").orElse("").length() > LONGEST_USER_AGENT) {
      throw new InvalidParameter("The User-Agent header must not exceed 500 characters.");
    }
    return operation == Operation.SEARCH_ORDERS ? searched() : found();
  }

  private SimulatorAnswer searched() {
    SearchOrdersRequest search = SearchOrdersRequest.of(parameters, now);
    OperationResult result =
        new SearchOrders(account, search, account.faults().listFaults(operation), now).result();
    orders = result.orders();
    return SimulatorAnswer.of(200, result.body());
  }

  private SimulatorAnswer found() {
    if (!orderId().matches(ORDER_ID)) {
      throw new InvalidParameter("The orderId '%s' is not valid.".formatted(orderId()));
    }
    Set<DataSet> included = IncludedData.in(parameters);
    Optional<OperationResult> result =
        account.orders().order(orderId(), now).map(order -> GetOrder.result(order, included));
    orders = result.isPresent() ? 1 : 0;
    return result
        .map(found -> SimulatorAnswer.of(200, found.body()))
        .orElseGet(
            () -> AmazonErrors.notFound("The order '%s' was not found.".formatted(orderId())));
  }

  private String orderId() {
    return request.path().substring(OrdersEndpoint.PATH.length() + 1);
  }

  private ReceivedRequest line(SimulatorAnswer answer) {
    Map<String, String> asked = parameters.flat();
    if (operation == Operation.GET_ORDER) {
      asked.put("orderId", orderId());
    }
    return new ReceivedRequest(
        now,
        operation.key(),
        asked,
        answer.status(),
        orders,
        requestId,
        request.header("user-agent").orElse(""));
  }
}
