package org.storesync.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.connector.amazon.AmazonFixture.storeAt;
import static org.storesync.connector.amazon.AmazonFixture.token;
import static org.storesync.platform.http.SmallServer.reply;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.storesync.connector.Cursor;
import org.storesync.connector.SourcePage;
import org.storesync.connector.StoreAccess;
import org.storesync.connector.TimeWindow;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.platform.http.SmallServer;

class AmazonSalesOrdersTest {

  private static final TimeWindow WINDOW =
      new TimeWindow(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-24T11:58:00Z"));

  private final SmallServer server = new SmallServer();
  private final AmazonFixture amazon = new AmazonFixture();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_thousand_orders_of_two_lines_cost_eleven_calls() {
    server.always(
        ask -> {
          if (ask.address().getPath().equals("/auth/o2/token")) {
            return token(1);
          }
          String query = ask.address().getQuery();
          int page =
              query.contains("paginationToken=")
                  ? Integer.parseInt(query.replaceFirst(".*paginationToken=page(\\d+).*", "$1"))
                  : 0;
          String orders =
              IntStream.range(page * 100, page * 100 + 100)
                  .mapToObj(AmazonOrders::withTwoLines)
                  .collect(Collectors.joining(","));
          String next =
              page < 9 ? ",\"pagination\":{\"nextToken\":\"page%d\"}".formatted(page + 1) : "";
          return reply(200, "{\"orders\":[%s]%s}".formatted(orders, next));
        });
    StoreAccess store = storeAt(server);

    int orders = 0;
    Optional<Cursor> cursor = Optional.empty();
    do {
      SourcePage<SalesOrder> page = amazon.salesOrders.changes(store, WINDOW, cursor);
      assertThat(page.unreadable()).isEmpty();
      orders += page.documents().size();
      cursor = page.next();
    } while (cursor.isPresent());

    assertThat(orders).isEqualTo(1000);
    assertThat(server.asked()).hasSizeLessThanOrEqualTo(11);
  }
}
