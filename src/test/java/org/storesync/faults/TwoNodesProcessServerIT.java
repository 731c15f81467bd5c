package org.storesync.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.storesync.server.OrdersByFate;
import org.storesync.server.ProcessingGate;
import org.storesync.server.ServerSettings;
import org.storesync.server.TestQueries;
import org.storesync.server.TokenUser;

/** Two nodes on one PostgreSQL that share one processing run, until one of them is killed. */
@Tag("servers")
class TwoNodesProcessServerIT {

  private static final int MOST_DELAY_MILLIS = 150;

  /** So that the run needs both nodes for its two workers. */
  private static final ServerSettings ONE_WORKER =
      ServerSettings.none().with("storesync.workers", "1");

  private final Random dice = Extent.dice();

  @Test
  void the_node_that_is_left_ends_a_shared_run_with_every_order_exactly_once() {
    try (Shop shop = Shop.on(Database.POSTGRESQL, "two-nodes")) {
      OrdersByFate orders = shop.receive(Extent.ORDERS);
      TokenUser first = shop.start("first", ONE_WORKER);
      shop.start("second", ONE_WORKER);
      first.prepareAll();
      Shop.awaitSuccess(first);

      TestQueries books = shop.books();
      try (ProcessingGate gate = ProcessingGate.closedIn(books)) {
        first.processAll();
        books.awaitAtLeast(2, "select count(distinct node) from sync_attempt");
        Shop.pass(Duration.ofMillis(dice.nextInt(MOST_DELAY_MILLIS)));
        shop.kill("second");
        assertThat(books.number("select count(*) from run where finished_at is null"))
            .as("runs that were at work when the node was killed")
            .isEqualTo(1);
        gate.open();
        Shop.awaitSuccess(first);
      }

      shop.check(orders, "FAILED", 1);
      shop.checkPages(0);
      assertThat(books.texts("select distinct node from sync_attempt"))
          .as("nodes that processed orders")
          .containsExactlyInAnyOrder("first", "second");
    }
  }
}
