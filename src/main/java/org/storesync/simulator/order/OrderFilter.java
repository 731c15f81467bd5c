package org.storesync.simulator.order;

import java.util.Set;

/** Which orders are asked for by what they are. An empty set leaves that property open. */
public record OrderFilter(
    Set<String> marketplaceIds, Set<String> fulfilledBy, Set<String> fulfillmentStatuses) {

  public static final OrderFilter ALL = new OrderFilter(Set.of(), Set.of(), Set.of());

  public boolean accepts(String marketplaceId, String fulfiller, String status) {
    return open(marketplaceIds, marketplaceId)
        && open(fulfilledBy, fulfiller)
        && open(fulfillmentStatuses, status);
  }

  private static boolean open(Set<String> wanted, String value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
