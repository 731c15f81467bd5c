package org.storesync.connector.amazon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Cursor;
import org.storesync.connector.DocumentId;
import org.storesync.connector.EntitySource;
import org.storesync.connector.SourceLimits;
import org.storesync.connector.SourcePage;
import org.storesync.connector.StoreAccess;
import org.storesync.connector.TimeWindow;
import org.storesync.connector.UnreadableDocument;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.platform.http.HttpCall;

/**
 * How Amazon says "order": Orders API 2026-01-01, a hundred orders with all their lines in one
 * call, of all marketplaces of the store and both ways of fulfilment.
 *
 * <p>Orders that were placed before the store's earliest order date are left out of every page, and
 * a single one is refused: the date is a hard floor. Where a page names an order twice, the newest
 * counts.
 */
@ApplicationScoped
class AmazonSalesOrders implements EntitySource<SalesOrder> {

  private static final int ORDERS_PER_CALL = 100;

  /** Amazon wants the upper bound two minutes before the request. */
  private static final Duration LAG = Duration.ofMinutes(2);

  private static final Duration TOKEN_LIFETIME = Duration.ofHours(24);

  /** 0.0056 calls a second. */
  private static final Duration TIME_PER_FURTHER_CALL = Duration.ofSeconds(179);

  @Inject AmazonClient client;
  @Inject AmazonOrderReader reader;
  @Inject Clock clock;

  @Override
  public String system() {
    return AmazonConnector.KEY;
  }

  @Override
  public Class<SalesOrder> documentClass() {
    return SalesOrder.class;
  }

  @Override
  public SourceLimits limits(StoreAccess store) {
    Instant offered = AmazonAccess.of(store).region().earliestOrder(clock.instant());
    Instant earliest = store.earliestOrderDate().filter(offered::isBefore).orElse(offered);
    return new SourceLimits(
        LAG,
        earliest,
        TOKEN_LIFETIME,
        ORDERS_PER_CALL,
        AmazonThrottles.SEARCH_ORDERS.burst(),
        TIME_PER_FURTHER_CALL);
  }

  @Override
  public SourcePage<SalesOrder> changes(
      StoreAccess store, TimeWindow window, Optional<Cursor> cursor) {
    AmazonAccess access = AmazonAccess.of(store);
    JsonObject page = client.searchOrders(access, parameters(access, window, cursor));
    if (!(page.get("orders") instanceof JsonArray orders)) {
      throw notOrders(access, AmazonThrottles.SEARCH_ORDERS);
    }
    Map<DocumentId, SalesOrder> readable = new LinkedHashMap<>();
    Map<DocumentId, UnreadableDocument> unreadable = new LinkedHashMap<>();
    for (JsonValue entry : orders) {
      DocumentId id = idOf(access, AmazonThrottles.SEARCH_ORDERS, entry);
      try {
        SalesOrder order = reader.read(entry.asJsonObject());
        if (isTaken(store, order)) {
          readable.merge(id, order, AmazonSalesOrders::newer);
        }
      } catch (UnreadableOrder reason) {
        unreadable.put(id, new UnreadableDocument(id, reason.getMessage()));
      }
    }
    unreadable.keySet().removeAll(readable.keySet());
    return new SourcePage<>(
        List.copyOf(readable.values()), List.copyOf(unreadable.values()), next(page));
  }

  @Override
  public Optional<SalesOrder> read(StoreAccess store, DocumentId id) {
    AmazonAccess access = AmazonAccess.of(store);
    Optional<JsonObject> answer =
        client.getOrder(access, id.value(), Map.of("includedData", includedData(access)));
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    JsonValue order = answer.get().get("order");
    idOf(access, AmazonThrottles.GET_ORDER, order);
    return Optional.of(taken(store, readOne(access, order.asJsonObject())));
  }

  @Override
  public Optional<String> link(StoreAccess store, DocumentId id) {
    AmazonAccess access = AmazonAccess.of(store);
    if (!access.standard()) {
      return Optional.empty();
    }
    return Optional.of(
        "https://%s/orders-v3/order/%s"
            .formatted(sellerCentral(access), HttpCall.encoded(id.value())));
  }

  /** Any Seller Central of the region shows all orders of the account. */
  private static String sellerCentral(AmazonAccess access) {
    return access.marketplaceIds().stream()
        .flatMap(id -> AmazonMarketplace.find(id).stream())
        .findFirst()
        .orElseGet(() -> AmazonMarketplace.main(access.region()))
        .sellerCentral();
  }

  /**
   * The window in Amazon's terms: both its bounds are inclusive and have milliseconds. The same for
   * every page, because Amazon refuses a page token with other parameters.
   */
  static Map<String, String> parameters(
      AmazonAccess access, TimeWindow window, Optional<Cursor> cursor) {
    Instant from = fullMillis(window.from());
    Instant to = fullMillis(window.to()).minusMillis(1);
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("lastUpdatedAfter", from.toString());
    parameters.put("lastUpdatedBefore", (to.isBefore(from) ? from : to).toString());
    parameters.put("maxResultsPerPage", String.valueOf(ORDERS_PER_CALL));
    parameters.put("includedData", includedData(access));
    if (!access.marketplaceIds().isEmpty()) {
      parameters.put("marketplaceIds", String.join(",", access.marketplaceIds()));
    }
    cursor.ifPresent(next -> parameters.put("paginationToken", next.token()));
    return parameters;
  }

  /** The first millisecond that is not before the instant. */
  private static Instant fullMillis(Instant instant) {
    Instant cut = instant.truncatedTo(ChronoUnit.MILLIS);
    return cut.equals(instant) ? cut : cut.plusMillis(1);
  }

  /** The data sets that the document is made of; items always come. */
  private static String includedData(AmazonAccess access) {
    return access.personalData() ? "BUYER,RECIPIENT,PROCEEDS,FULFILLMENT" : "PROCEEDS,FULFILLMENT";
  }

  private static DocumentId idOf(AmazonAccess access, AmazonThrottles operation, JsonValue entry) {
    if (entry instanceof JsonObject order) {
      String id = AmazonJson.text(order, "orderId");
      if (!id.isBlank() && id.length() <= DocumentId.MAX_LENGTH) {
        return new DocumentId(id);
      }
    }
    throw notOrders(access, operation);
  }

  private SalesOrder readOne(AmazonAccess access, JsonObject order) {
    try {
      return reader.read(order);
    } catch (UnreadableOrder reason) {
      throw new ConnectorFailure.Rejected(
          "Store %s: %s".formatted(access.storeName(), reason.getMessage()), reason);
    }
  }

  private static SalesOrder taken(StoreAccess store, SalesOrder order) {
    if (!isTaken(store, order)) {
      throw new ConnectorFailure.Rejected(
          "Store %s: order %s was placed before the store’s earliest order date."
              .formatted(store.storeName(), order.id()));
    }
    return order;
  }

  private static boolean isTaken(StoreAccess store, SalesOrder order) {
    return store.earliestOrderDate().filter(order.created()::isBefore).isEmpty();
  }

  private static SalesOrder newer(SalesOrder one, SalesOrder other) {
    Instant first = one.modified().orElse(Instant.MIN);
    return other.modified().orElse(Instant.MIN).isBefore(first) ? one : other;
  }

  private static Optional<Cursor> next(JsonObject page) {
    return page.get("pagination") instanceof JsonObject pagination
        ? Optional.of(AmazonJson.text(pagination, "nextToken"))
            .filter(token -> !token.isBlank())
            .map(Cursor::new)
        : Optional.empty();
  }

  private static ConnectorFailure.RetryLater notOrders(
      AmazonAccess access, AmazonThrottles operation) {
    return new ConnectorFailure.RetryLater(
        "Store %s: what Amazon answered to %s are not orders; nothing of it was taken."
            .formatted(access.storeName(), operation.operation()),
        Duration.ofMinutes(1),
        false,
        null);
  }
}
