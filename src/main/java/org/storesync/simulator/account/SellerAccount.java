package org.storesync.simulator.account;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.storesync.simulator.order.OrderBook;

/** One seller account: its orders, its quotas, what was asked of it, what is to go wrong. */
public class SellerAccount {

  private final String seller;
  private final OrderBook orders;
  private final Map<Operation, Quota> quotas = new EnumMap<>(Operation.class);
  private final Set<String> deadTokens = ConcurrentHashMap.newKeySet();
  private final RequestLog log;
  private final Faults faults;

  SellerAccount(String seller, OrderBook orders, double quotaFactor, Clock clock) {
    this(seller, orders, quotaFactor, clock, new RequestLog(), new Faults());
  }

  private SellerAccount(
      String seller,
      OrderBook orders,
      double quotaFactor,
      Clock clock,
      RequestLog log,
      Faults faults) {
    this.seller = seller;
    this.orders = orders;
    this.log = log;
    this.faults = faults;
    for (Operation operation : Operation.values()) {
      if (operation.limited()) {
        quotas.put(operation, new Quota(operation, quotaFactor, clock));
      }
    }
  }

  /** The account with other orders and full quotas; log and faults go on. */
  SellerAccount declaredAnew(OrderBook otherOrders, double quotaFactor, Clock clock) {
    return new SellerAccount(seller, otherOrders, quotaFactor, clock, log, faults);
  }

  public String seller() {
    return seller;
  }

  public OrderBook orders() {
    return orders;
  }

  /** The quota of an operation that Amazon limits. */
  public Quota quota(Operation operation) {
    return quotas.get(operation);
  }

  public RequestLog log() {
    return log;
  }

  public Faults faults() {
    return faults;
  }

  /** From now on this access token is refused. */
  public void kill(String accessToken) {
    deadTokens.add(accessToken);
  }

  public boolean killed(String accessToken) {
    return deadTokens.contains(accessToken);
  }
}
