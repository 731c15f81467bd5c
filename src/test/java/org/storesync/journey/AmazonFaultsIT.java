package org.storesync.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.storesync.backoffice.SalesOrders;
import org.storesync.platform.time.TestClock;
import org.storesync.record.RecordFilter;
import org.storesync.record.SyncRecordList;
import org.storesync.record.SyncRecordRow;
import org.storesync.run.RunState;

/**
 * Whatever the marketplace does to its answers, afterwards every order is there exactly once. The
 * faults are those of the simulated marketplace, met over HTTP.
 */
@ArquillianTest
class AmazonFaultsIT {

  private static final List<String> FAULTS =
      List.of(
          "THROTTLED",
          "SERVER_ERROR",
          "UNAVAILABLE",
          "EXPIRED_TOKEN",
          "EXPIRED_PAGE_TOKEN",
          "ON_TWO_PAGES",
          "SLOW",
          "CUT",
          "TRUNCATED");

  private static final int MANY = 1_000;

  @Inject private SimulatedSellers sellers;
  @Inject private TestClock clock;
  @Inject private SyncRecordList records;
  @Inject private SalesOrders salesOrders;

  @AfterEach
  void letTheClockGoOn() {
    clock.reset();
  }

  /** No test with a parameter: the server would try all of them as often as there are some. */
  @Test
  void every_order_is_there_exactly_once_whatever_happened_to_an_answer() throws Exception {
    for (String fault : FAULTS) {
      everyOrderIsThereExactlyOnceAfter(fault);
    }
  }

  private void everyOrderIsThereExactlyOnceAfter(String fault) throws Exception {
    String seller = "faults-" + UUID.randomUUID();
    sellers.add(seller, sellers.ordersOfTenDays(25).build());
    sellers.breakAnAnswer(seller, fault);
    long store = sellers.store(seller, seller);

    assertThat(sellers.prepare(store, true))
        .as(fault)
        .hasSize(4)
        .allMatch(run -> run.state() == RunState.SUCCEEDED);

    assertThat(answersLeft(seller)).as("%s has struck", fault).isZero();
    List<String> expected = ordersOf(seller);
    List<SyncRecordRow> found =
        records.page(RecordFilter.all().withStore(store), List.of(), 0, MANY);
    assertThat(found)
        .as("records after %s", fault)
        .extracting(SyncRecordRow::externalId)
        .containsExactlyInAnyOrderElementsOf(expected);
    List<String> written =
        found.stream().map(SyncRecordRow::localId).filter(java.util.Objects::nonNull).toList();
    assertThat(written)
        .as("documents of the back office after %s", fault)
        .hasSizeGreaterThan(100)
        .doesNotHaveDuplicates();
    assertThat(salesOrders.findByAmazonOrderIds(store, expected))
        .as("orders after %s", fault)
        .hasSameSizeAs(written);
  }

  private List<String> ordersOf(String seller) throws Exception {
    return sellers
        .ask("sellers/" + seller + "/orders")
        .getJsonArray("orders")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(order -> order.getString("orderId"))
        .toList();
  }

  private long answersLeft(String seller) throws Exception {
    return sellers.ask("faults?seller=" + seller).getJsonArray("faults").size();
  }
}
