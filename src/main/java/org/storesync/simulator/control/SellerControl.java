package org.storesync.simulator.control;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storesync.simulator.account.SellerAccount;
import org.storesync.simulator.account.SellerAccounts;
import org.storesync.simulator.demo.DemoOrders;
import org.storesync.simulator.demo.DemoProfile;
import org.storesync.simulator.message.JsonText;
import org.storesync.simulator.order.OrderBook;
import org.storesync.simulator.order.OrderEntry;
import org.storesync.simulator.order.OrderFilter;
import org.storesync.simulator.order.OrderPosition;
import org.storesync.simulator.order.OrderQuery;
import org.storesync.simulator.order.OrderWindow;
import org.storesync.simulator.order.PostedOrders;

/** Seller accounts as JSON: how they are declared, which orders they hold. */
final class SellerControl {

  private static final String ORDER_ID = "\\d{3}-\\d{7}-\\d{7}";
  private static final int PAGE = 500;

  private final SellerAccounts accounts;
  private final DemoProfile usual;

  SellerControl(SellerAccounts accounts, DemoProfile usual) {
    this.accounts = accounts;
    this.usual = usual;
  }

  /**
   * Makes the account manual (empty, for posted orders) or generated; its quotas are full again.
   */
  void declare(String seller, ControlBody body) {
    double factor = body.number("quotaFactor", accounts.quotaFactor());
    if (!(factor > 0)) {
      throw new ControlProblem("quotaFactor must be greater than 0.");
    }
    accounts.declare(seller, orders(seller, body), factor);
  }

  /** Puts an order in, or a newer version of it in its place. */
  void post(String seller, ControlBody order) {
    if (!order.needed("orderId").matches(ORDER_ID)) {
      throw new ControlProblem("orderId must be 3-7-7 digits.");
    }
    order.moment(OrderWindow.Axis.CREATED.field());
    order.moment(OrderWindow.Axis.UPDATED.field());
    posted(seller).post(order.json());
  }

  void remove(String seller, String orderId) {
    posted(seller).remove(orderId);
  }

  /** What the account holds at this moment, by last update. */
  JsonObject orders(String seller, Instant now) {
    SellerAccount account = accounts.of(seller);
    JsonArrayBuilder orders = JsonText.array();
    int total = 0;
    List<OrderEntry> page = page(account.orders(), Optional.empty(), now);
    while (!page.isEmpty()) {
      page.forEach(entry -> orders.add(summary(entry.order())));
      total += page.size();
      page = page(account.orders(), Optional.of(page.get(page.size() - 1).position()), now);
    }
    return JsonText.object()
        .add("seller", seller)
        .add("total", total)
        .add("orders", orders)
        .build();
  }

  private OrderBook orders(String seller, ControlBody body) {
    return switch (body.needed("mode")) {
      case "manual" -> new PostedOrders();
      case "generated" -> new DemoOrders(profile(seller, body));
      default -> throw new ControlProblem("mode must be manual or generated.");
    };
  }

  private DemoProfile profile(String seller, ControlBody body) {
    Instant start = body.text("start").isPresent() ? body.moment("start") : usual.start();
    int months = body.whole("months", 6);
    return new DemoProfile(
        seller,
        (long) body.number("seed", usual.seed()),
        start,
        body.whole("days", DemoProfile.monthsBefore(start, months)),
        body.whole("ordersPerDay", usual.ordersPerDay()),
        body.number("badShare", usual.badShare()),
        body.whole("lines", 0),
        body.flag("steady"));
  }

  private PostedOrders posted(String seller) {
    if (accounts.of(seller).orders() instanceof PostedOrders posted) {
      return posted;
    }
    throw new ControlProblem("Declare the seller %s manual first.".formatted(seller));
  }

  private static List<OrderEntry> page(OrderBook book, Optional<OrderPosition> after, Instant now) {
    OrderWindow everything = new OrderWindow(OrderWindow.Axis.UPDATED, Instant.EPOCH, now);
    return book.page(new OrderQuery(everything, OrderFilter.ALL, after, PAGE, now));
  }

  private static JsonObjectBuilder summary(JsonObject order) {
    JsonObjectBuilder summary = JsonText.object();
    for (String field : List.of("orderId", "createdTime", "lastUpdatedTime")) {
      summary.add(field, order.get(field));
    }
    if (order.get("fulfillment") instanceof JsonObject fulfillment) {
      copy(fulfillment, "fulfillmentStatus", summary);
      copy(fulfillment, "fulfilledBy", summary);
    }
    return summary;
  }

  private static void copy(JsonObject from, String field, JsonObjectBuilder to) {
    JsonValue value = from.get(field);
    if (value != null) {
      to.add(field, value);
    }
  }
}
