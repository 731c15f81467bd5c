package org.storesync.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.storesync.connector.ConnectionCheck;
import org.storesync.connector.ConnectionCheck.Result;
import org.storesync.connector.Cursor;
import org.storesync.connector.DocumentId;
import org.storesync.connector.SourcePage;
import org.storesync.connector.StoreAccess;
import org.storesync.connector.TimeWindow;
import org.storesync.kind.salesorder.SalesOrder;

/** The connector in the server, against the simulated marketplace over HTTP. */
@ArquillianTest
class AmazonSalesOrdersIT {

  private static final StoreAccess STORE =
      new StoreAccess(
          1,
          "Connector test",
          Map.of(
              "region", "NA",
              "clientId", "amzn1.application-oa2-client.demo",
              "clientSecret", "amzn1.oa2-cs.v1.demo-secret",
              "refreshToken", "Atzr|demo-connector-test",
              "apiEndpoint", "/simulator",
              "tokenEndpoint", "/simulator/auth/o2/token"),
          ZoneOffset.UTC,
          Optional.empty(),
          false);

  @Inject private AmazonSalesOrders salesOrders;
  @Inject private AmazonConnector connector;
  @Inject private Clock clock;

  @Test
  void every_order_of_a_window_is_read_once_and_adds_up() {
    Instant to = clock.instant().minus(Duration.ofMinutes(3));
    TimeWindow window = new TimeWindow(to.minus(Duration.ofDays(20)), to);
    Set<DocumentId> ids = new HashSet<>();
    Optional<Cursor> cursor = Optional.empty();
    do {
      SourcePage<SalesOrder> page = salesOrders.changes(STORE, window, cursor);
      assertThat(page.unreadable()).isEmpty();
      for (SalesOrder order : page.documents()) {
        assertThat(ids.add(order.id())).as("%s comes once", order.id()).isTrue();
        assertThat(window.contains(order.modified().orElseThrow())).isTrue();
        BigDecimal lines =
            order.lines().stream()
                .map(SalesOrder.Line::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(lines.add(order.otherCharges())).isEqualByComparingTo(order.total());
      }
      cursor = page.next();
    } while (cursor.isPresent());

    assertThat(ids).hasSizeGreaterThan(100);
    DocumentId one = ids.iterator().next();
    assertThat(salesOrders.read(STORE, one).orElseThrow().id()).isEqualTo(one);
    assertThat(salesOrders.read(STORE, new DocumentId("000-0000000-0000000"))).isEmpty();
  }

  @Test
  void the_connection_test_passes_with_the_credentials_of_the_demo() {
    assertThat(connector.test(Locale.ENGLISH, STORE))
        .extracting(ConnectionCheck::result)
        .containsOnly(Result.PASSED);
  }
}
