package org.storesync.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.connector.amazon.AmazonFixture.storeAt;
import static org.storesync.connector.amazon.AmazonFixture.token;
import static org.storesync.platform.http.SmallServer.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Cursor;
import org.storesync.connector.DocumentId;
import org.storesync.connector.SourceLimits;
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

  private String asked(int number) {
    return server.asked().get(number).address().getQuery();
  }

  private SourcePage<SalesOrder> firstPage(StoreAccess store) {
    return amazon.salesOrders.changes(store, WINDOW, Optional.empty());
  }

  private static String orders(String... orders) {
    return "{\"orders\":[" + String.join(",", orders) + "]}";
  }

  @Test
  void the_upper_end_is_exclusive_although_amazons_is_not() {
    server.next(token(1), reply(200, orders()));

    firstPage(storeAt(server));

    assertThat(asked(1))
        .contains("lastUpdatedAfter=2026-11-01T00:00:00Z")
        .contains("lastUpdatedBefore=2026-11-24T11:57:59.999Z")
        .contains("maxResultsPerPage=100")
        .contains("includedData=BUYER,RECIPIENT,PROCEEDS,FULFILLMENT")
        .doesNotContain("marketplaceIds")
        .doesNotContain("paginationToken");
  }

  @Test
  void a_window_between_two_milliseconds_loses_none_of_them() {
    TimeWindow window =
        new TimeWindow(
            Instant.parse("2026-11-01T00:00:00.000500Z"),
            Instant.parse("2026-11-01T00:00:00.002500Z"));

    assertThat(
            AmazonSalesOrders.parameters(
                AmazonAccess.of(storeAt(server)), window, Optional.empty()))
        .containsEntry("lastUpdatedAfter", "2026-11-01T00:00:00.001Z")
        .containsEntry("lastUpdatedBefore", "2026-11-01T00:00:00.002Z");
  }

  @Test
  void the_next_page_is_asked_for_with_the_same_parameters() {
    server.next(
        token(1),
        reply(200, "{\"orders\":[],\"pagination\":{\"nextToken\":\"a+b/c=\"}}"),
        reply(200, orders()));
    StoreAccess store = storeAt(server);

    Optional<Cursor> next = firstPage(store).next();
    amazon.http.clock.advance(Duration.ofHours(1).minusMinutes(2));
    SourcePage<SalesOrder> last = amazon.salesOrders.changes(store, WINDOW, next);

    assertThat(asked(2).replace("&paginationToken=a+b/c=", "")).isEqualTo(asked(1));
    assertThat(server.asked().get(2).address().getRawQuery()).contains("a%2Bb%2Fc%3D");
    assertThat(last.next()).isEmpty();
  }

  @Test
  void all_marketplaces_of_the_store_go_into_one_call() {
    server.next(token(1), reply(200, orders()));

    firstPage(
        storeAt(
            server, Map.of("marketplaceIds", "ATVPDKIKX0DER, A2EUQ1WTGCTBG2"), Optional.empty()));

    assertThat(asked(1)).contains("marketplaceIds=A2EUQ1WTGCTBG2,ATVPDKIKX0DER");
  }

  @Test
  void personal_data_is_not_even_asked_for_where_the_store_does_not_want_it() {
    server.next(token(1), reply(200, orders()));

    firstPage(storeAt(server, Map.of("personalData", "no"), Optional.empty()));

    assertThat(asked(1)).contains("includedData=PROCEEDS,FULFILLMENT&");
  }

  @Test
  void one_unreadable_order_does_not_harm_the_others() {
    server.next(
        token(1),
        reply(
            200,
            orders(
                AmazonOrders.withTwoLines(1),
                AmazonOrders.withTwoLines(2).replace("UNSHIPPED", "LOST"),
                AmazonOrders.withTwoLines(3))));

    SourcePage<SalesOrder> page = firstPage(storeAt(server));

    assertThat(page.documents()).hasSize(2);
    assertThat(page.unreadable())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.id().value()).isEqualTo("114-0000000-0000002");
              assertThat(order.reason()).contains("LOST");
            });
  }

  @Test
  void an_order_that_stands_twice_on_a_page_counts_once_with_its_newest_state() {
    String newer =
        AmazonOrders.withTwoLines(1)
            .replace("UNSHIPPED", "SHIPPED")
            .replace("11:00:00.123Z", "12:00:00Z");
    server.next(
        token(1),
        reply(200, orders(newer, AmazonOrders.withTwoLines(1), AmazonOrders.withTwoLines(2))));

    List<SalesOrder> documents = firstPage(storeAt(server)).documents();

    assertThat(documents).hasSize(2);
    assertThat(documents.get(0).status()).isEqualTo(SalesOrder.OrderStatus.SHIPPED);
  }

  @Test
  void orders_placed_before_the_earliest_order_date_are_left_out() {
    server.next(
        token(1),
        reply(
            200,
            orders(
                AmazonOrders.withTwoLines(1),
                AmazonOrders.withTwoLines(2).replace("11-20T10:00:00Z", "11-19T23:59:59Z"))));

    SourcePage<SalesOrder> page =
        firstPage(storeAt(server, Map.of(), Optional.of(Instant.parse("2026-11-20T00:00:00Z"))));

    assertThat(page.documents()).hasSize(1);
    assertThat(page.unreadable()).isEmpty();
  }

  @Test
  void an_answer_with_an_entry_that_is_no_order_is_not_taken_at_all() {
    for (String answer : List.of("{}", "{\"orders\":{}}", orders("5"), orders("{}"))) {
      SmallServer.Reply reply = reply(200, answer);
      server.always(ask -> ask.address().getPath().contains("token") ? token(1) : reply);

      assertThatThrownBy(() -> firstPage(storeAt(server)))
          .as(answer)
          .isInstanceOf(ConnectorFailure.RetryLater.class)
          .hasMessageContaining("nothing of it was taken");
    }
  }

  @Test
  void one_order_is_read_by_its_id() {
    server.next(token(1), reply(200, "{\"order\":%s}".formatted(AmazonOrders.withTwoLines(7))));

    Optional<SalesOrder> order =
        amazon.salesOrders.read(storeAt(server), new DocumentId("114-0000000-0000007"));

    assertThat(order.orElseThrow().id().value()).isEqualTo("114-0000000-0000007");
    assertThat(asked(1)).isEqualTo("includedData=BUYER,RECIPIENT,PROCEEDS,FULFILLMENT");
  }

  @Test
  void one_order_that_is_gone_is_absent() {
    server.next(token(1), reply(404, "{\"errors\":[{\"code\":\"NotFound\",\"message\":\"no\"}]}"));

    assertThat(amazon.salesOrders.read(storeAt(server), new DocumentId("1"))).isEmpty();
  }

  @Test
  void one_order_that_is_unreadable_or_too_old_is_refused_with_the_reason() {
    StoreAccess store =
        storeAt(server, Map.of(), Optional.of(Instant.parse("2026-11-21T00:00:00Z")));
    server.next(
        token(1),
        reply(
            200,
            "{\"order\":%s}".formatted(AmazonOrders.withTwoLines(1).replace("UNSHIPPED", "LOST"))),
        reply(200, "{\"order\":%s}".formatted(AmazonOrders.withTwoLines(1))));

    assertThatThrownBy(() -> amazon.salesOrders.read(store, new DocumentId("1")))
        .isInstanceOf(ConnectorFailure.Rejected.class)
        .hasMessageContaining("LOST");
    assertThatThrownBy(() -> amazon.salesOrders.read(store, new DocumentId("1")))
        .isInstanceOf(ConnectorFailure.Rejected.class)
        .hasMessageContaining("earliest order date");
  }

  @Test
  void the_limits_are_those_of_the_orders_api() {
    SourceLimits limits = amazon.salesOrders.limits(storeAt(server));

    assertThat(limits.upperBoundLag()).isEqualTo(Duration.ofMinutes(2));
    assertThat(limits.earliest()).isEqualTo(Instant.parse("2024-11-24T12:00:00Z"));
    assertThat(limits.cursorLifetime()).isEqualTo(Duration.ofHours(24));
    assertThat(limits.documentsPerCall()).isEqualTo(100);
    assertThat(limits.callsAtOnce()).isEqualTo(20);
    assertThat(limits.timePerFurtherCall()).isEqualTo(Duration.ofSeconds(179));
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void the_far_east_reaches_back_to_2016_and_the_store_may_want_less() {
    Instant date = Instant.parse("2020-01-01T00:00:00Z");

    assertThat(
            amazon
                .salesOrders
                .limits(storeAt(server, Map.of("region", "FE"), Optional.empty()))
                .earliest())
        .isEqualTo(Instant.parse("2016-01-01T00:00:00Z"));
    assertThat(
            amazon
                .salesOrders
                .limits(storeAt(server, Map.of("region", "FE"), Optional.of(date)))
                .earliest())
        .isEqualTo(date);
    assertThat(amazon.salesOrders.limits(storeAt(server, Map.of(), Optional.of(date))).earliest())
        .isAfter(date);
  }

  @Test
  void an_order_links_to_the_seller_central_of_the_store_but_not_from_a_test_server() {
    DocumentId id = new DocumentId("114-1-2");

    assertThat(amazon.salesOrders.link(storeAt(server), id)).isEmpty();
    assertThat(amazon.salesOrders.link(real("NA", ""), id))
        .contains("https://sellercentral.amazon.com/orders-v3/order/114-1-2");
    assertThat(amazon.salesOrders.link(real("EU", "A1805IZSGTT6HS"), id))
        .contains("https://sellercentral.amazon.nl/orders-v3/order/114-1-2");
  }

  private StoreAccess real(String region, String marketplaces) {
    return storeAt(
        server,
        Map.of("region", region, "marketplaceIds", marketplaces, "apiEndpoint", ""),
        Optional.empty());
  }
}
