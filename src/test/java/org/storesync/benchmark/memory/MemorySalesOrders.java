package org.storesync.benchmark.memory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.storesync.connector.Cursor;
import org.storesync.connector.DocumentId;
import org.storesync.connector.EntitySource;
import org.storesync.connector.SourceLimits;
import org.storesync.connector.SourcePage;
import org.storesync.connector.StoreAccess;
import org.storesync.connector.TimeWindow;
import org.storesync.kind.salesorder.SalesOrder;

/** Answers page after page of {@link InventedOrders} without waiting for anything. */
@ApplicationScoped
class MemorySalesOrders implements EntitySource<SalesOrder> {

  /**
   * What the marketplace has.
   *
   * @param from number of the first order
   * @param count how many
   * @param page how many stand on a page
   * @param badEach every so manieth order is about an unknown item; 0 is none
   */
  record Stock(int from, int count, int page, int badEach) {}

  private volatile Stock stock = new Stock(0, 0, 1, 0);

  void offer(Stock newStock) {
    stock = newStock;
  }

  @Override
  public String system() {
    return MemoryConnector.KEY;
  }

  @Override
  public Class<SalesOrder> documentClass() {
    return SalesOrder.class;
  }

  @Override
  public SourceLimits limits(StoreAccess store) {
    return new SourceLimits(
        Duration.ZERO,
        InventedOrders.BEGINNING,
        Duration.ofHours(24),
        stock.page(),
        1_000_000,
        Duration.ZERO);
  }

  @Override
  public SourcePage<SalesOrder> changes(
      StoreAccess store, TimeWindow window, Optional<Cursor> cursor) {
    Stock now = stock;
    int first = cursor.map(Cursor::token).map(Integer::parseInt).orElse(now.from());
    int end = Math.min(first + now.page(), now.from() + now.count());
    List<SalesOrder> orders =
        IntStream.range(first, end)
            .mapToObj(number -> InventedOrders.order(number, isBad(now, number)))
            .toList();
    boolean last = end == now.from() + now.count();
    return new SourcePage<>(
        orders, List.of(), last ? Optional.empty() : Optional.of(new Cursor("" + end)));
  }

  private static boolean isBad(Stock stock, int number) {
    return stock.badEach() > 0 && number % stock.badEach() == 0;
  }

  @Override
  public Optional<SalesOrder> read(StoreAccess store, DocumentId id) {
    return Optional.empty();
  }

  @Override
  public Optional<String> link(StoreAccess store, DocumentId id) {
    return Optional.empty();
  }
}
