package org.storesync.simulator.account;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.storesync.simulator.order.OrderBook;

/**
 * The seller accounts. Any name opens one; it then has generated orders and Amazon's quotas times
 * the factor of the server, until it is declared otherwise. Declarations are kept in memory.
 */
public class SellerAccounts {

  private final ConcurrentMap<String, SellerAccount> accounts = new ConcurrentHashMap<>();
  private final Function<String, OrderBook> generated;
  private final double quotaFactor;
  private final Clock clock;

  /**
   * @param generated the orders of a seller that nobody declared
   * @param quotaFactor what Amazon's quotas are multiplied by
   */
  public SellerAccounts(Function<String, OrderBook> generated, double quotaFactor, Clock clock) {
    this.generated = generated;
    this.quotaFactor = quotaFactor;
    this.clock = clock;
  }

  public SellerAccount of(String seller) {
    return accounts.computeIfAbsent(
        seller, name -> new SellerAccount(name, generated.apply(name), quotaFactor, clock));
  }

  /** Gives the seller these orders and full quotas. */
  public void declare(String seller, OrderBook orders, double factor) {
    SellerAccount declared = of(seller).declaredAnew(orders, factor, clock);
    accounts.put(seller, declared);
  }

  /** What Amazon's quotas are multiplied by unless an account says otherwise. */
  public double quotaFactor() {
    return quotaFactor;
  }
}
