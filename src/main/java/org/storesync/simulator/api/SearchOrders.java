package org.storesync.simulator.api;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storesync.simulator.account.Fault;
import org.storesync.simulator.account.FaultKind;
import org.storesync.simulator.account.SellerAccount;
import org.storesync.simulator.message.JsonText;
import org.storesync.simulator.message.Moments;
import org.storesync.simulator.order.DataSet;
import org.storesync.simulator.order.OrderEntry;
import org.storesync.simulator.order.OrderPosition;
import org.storesync.simulator.order.OrderQuery;
import org.storesync.simulator.order.OrderWindow;

/** One page of a seller's orders, sorted by the time that was asked for, oldest first. */
final class SearchOrders {

  private final SellerAccount account;
  private final SearchOrdersRequest request;
  private final List<Fault> faults;
  private final Instant now;

  SearchOrders(
      SellerAccount account, SearchOrdersRequest request, List<Fault> faults, Instant now) {
    this.account = account;
    this.request = request;
    this.faults = faults;
    this.now = now;
  }

  OperationResult result() {
    Optional<PageToken> token =
        request
            .pageToken()
            .map(text -> PageToken.accepted(text, account.seller(), request.essence(), now));
    OrderWindow window = window(token);
    List<OrderEntry> found = found(window, token.map(PageToken::last));
    List<OrderEntry> page = found.subList(0, Math.min(found.size(), request.pageSize()));
    List<OrderEntry> shown = page.stream().filter(entry -> !missing(entry)).toList();

    JsonObjectBuilder body = JsonText.object().add("orders", orders(shown));
    if (found.size() > page.size()) {
      String next = next(window, lastOf(page)).text();
      body.add("pagination", JsonText.object().add("nextToken", next));
    }
    body.add(window.axis().before(), Moments.text(window.to()));
    return new OperationResult(body.build(), shown.size());
  }

  /** The first page fixes the upper end; later pages keep it while the clock goes on. */
  private OrderWindow window(Optional<PageToken> token) {
    return token
        .map(PageToken::upperEnd)
        .map(end -> new OrderWindow(request.window().axis(), request.window().from(), end))
        .orElse(request.window());
  }

  /** One order more than the page holds tells whether there is a next page. */
  private List<OrderEntry> found(OrderWindow window, Optional<OrderPosition> after) {
    int limit = request.pageSize() + 1;
    return account.orders().page(new OrderQuery(window, request.filter(), after, limit, now));
  }

  private JsonArrayBuilder orders(List<OrderEntry> entries) {
    JsonArrayBuilder orders = JsonText.array();
    entries.forEach(entry -> orders.add(DataSet.keep(entry.order(), request.included())));
    return orders;
  }

  private PageToken next(OrderWindow window, OrderPosition last) {
    return new PageToken(
        account.seller(), request.essence(), now.plus(PageToken.LIFE), window.to(), last);
  }

  private OrderPosition lastOf(List<OrderEntry> page) {
    boolean again =
        page.size() > 1 && faults.stream().anyMatch(fault -> is(fault, FaultKind.ON_TWO_PAGES));
    return page.get(page.size() - (again ? 2 : 1)).position();
  }

  private boolean missing(OrderEntry entry) {
    return faults.stream()
        .filter(fault -> is(fault, FaultKind.MISSING_FROM_LIST))
        .anyMatch(fault -> fault.orderId().equals(entry.position().orderId()));
  }

  private static boolean is(Fault fault, FaultKind kind) {
    return fault.kind() == kind;
  }
}
