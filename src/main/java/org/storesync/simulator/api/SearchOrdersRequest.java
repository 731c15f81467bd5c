package org.storesync.simulator.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.storesync.simulator.order.DataSet;
import org.storesync.simulator.order.OrderFilter;
import org.storesync.simulator.order.OrderWindow;

/**
 * A searchOrders request that keeps all rules.
 *
 * @param window times asked for
 * @param filter properties asked for
 * @param included data sets asked for
 * @param pageSize 1 to 100
 * @param pageToken the token of the page before
 * @param essence everything that must stay the same from page to page
 */
record SearchOrdersRequest(
    OrderWindow window,
    OrderFilter filter,
    Set<DataSet> included,
    int pageSize,
    Optional<String> pageToken,
    String essence) {

  static final String PAGE_TOKEN = "paginationToken";

  private static final String PAGE_SIZE = "maxResultsPerPage";
  private static final int GREATEST_PAGE = 100;
  private static final int MOST_MARKETPLACES = 50;
  private static final Set<String> FULFILLERS = Set.of("MERCHANT", "AMAZON");
  private static final Set<String> STATUSES =
      Set.of(
          "PENDING_AVAILABILITY",
          "PENDING",
          "UNSHIPPED",
          "PARTIALLY_SHIPPED",
          "SHIPPED",
          "CANCELLED",
          "UNFULFILLABLE");

  /**
   * @throws InvalidParameter if a rule is broken
   */
  static SearchOrdersRequest of(Parameters parameters, Instant now) {
    return new SearchOrdersRequest(
        SearchWindow.in(parameters, now),
        filter(parameters),
        IncludedData.in(parameters),
        parameters.number(PAGE_SIZE, 1, GREATEST_PAGE, GREATEST_PAGE),
        parameters.text(PAGE_TOKEN),
        essence(parameters));
  }

  private static OrderFilter filter(Parameters parameters) {
    Set<String> marketplaces = parameters.list("marketplaceIds");
    if (marketplaces.size() > MOST_MARKETPLACES || marketplaces.contains("")) {
      throw new InvalidParameter("marketplaceIds must hold 1 to 50 marketplace ids.");
    }
    return new OrderFilter(
        marketplaces,
        parameters.list("fulfilledBy", FULFILLERS),
        parameters.list("fulfillmentStatuses", STATUSES));
  }

  /**
   * The description lets {@code includedData} change between pages as well, but the error that
   * Amazon really answers names only {@code maxResultsPerPage}. The stricter reading is kept here:
   * a client that passes it passes both.
   */
  private static String essence(Parameters parameters) {
    TreeMap<String, String> same = new TreeMap<>(parameters.flat());
    same.remove(PAGE_SIZE);
    same.remove(PAGE_TOKEN);
    return UUID.nameUUIDFromBytes(same.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
