package org.storesync.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.storesync.platform.time.TestClock;
import org.storesync.record.RecordFilter;
import org.storesync.record.SyncRecordList;
import org.storesync.run.RunState;

/** What a preparation asks of the marketplace, counted in the log of the simulated one. */
@ArquillianTest
class PreparationCallsIT {

  @Inject private SimulatedSellers sellers;
  @Inject private SyncRecordList records;
  @Inject private TestClock clock;

  @AfterEach
  void letTheClockGoOn() {
    clock.reset();
  }

  @Test
  void a_thousand_orders_of_two_lines_cost_at_most_eleven_calls() throws Exception {
    String seller = "calls-" + UUID.randomUUID();
    sellers.add(seller, sellers.ordersOfTenDays(100).add("lines", 2).add("badShare", 0).build());
    long store = sellers.store(seller, seller);

    assertThat(sellers.prepare(store, false))
        .hasSize(2)
        .allMatch(run -> run.state() == RunState.SUCCEEDED);

    assertThat(records.count(RecordFilter.all().withStore(store)).counted()).isEqualTo(1_000);
    assertThat(sellers.ask("requests?seller=" + seller).getJsonArray("requests"))
        .hasSizeBetween(10, 11);
  }
}
