package org.storesync.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Optional;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.storesync.server.OrdersByFate;
import org.storesync.server.ProcessingGate;
import org.storesync.server.RunningServer;
import org.storesync.server.TestPostgresql;
import org.storesync.server.TokenUser;

/**
 * The disk of the database is full in the middle of both stages, until somebody makes room; nobody
 * does anything else about it.
 */
@Tag("servers")
class DiskFullServerIT {

  private static final String NODE = "alone";

  /** However long the form is: a disk in memory is small. */
  private static final int ORDERS = 3_000;

  /** Orders of a page. */
  private static final int PAGE = 100;

  @Test
  void a_full_disk_below_postgresql_costs_no_order_and_no_run() {
    Optional<SmallDisk> mounted = SmallDisk.mount();
    assumeThat(mounted).as("a file system in memory, which only root may mount").isPresent();
    try (SmallDisk disk = mounted.orElseThrow();
        Shop shop = Shop.on(TestPostgresql.startRestartable(disk.folder()), "disk-full")) {
      outliveTwice(shop, disk);
    }
  }

  private static void outliveTwice(Shop shop, SmallDisk disk) {
    OrdersByFate orders = shop.receive(ORDERS);
    // So many quick answers as are awaited; the others are held back until there is room again.
    shop.account().slowDown(ORDERS / 4 / PAGE + 1, 2_000);
    TokenUser user = shop.start(NODE);

    user.prepareAll();
    outlive(orders.total() / 4, Shop::fetched, shop, user, disk::fill, disk);
    Shop.awaitSuccess(user);
    try (ProcessingGate gate = ProcessingGate.closedIn(shop.books())) {
      user.processAll();
      Runnable fillAndGoOn =
          () -> {
            disk.fill();
            gate.open();
          };
      outlive(1, Shop::processed, shop, user, fillAndGoOn, disk);
      Shop.awaitSuccess(user);
    }

    shop.stop();
    shop.check(orders, "FAILED", 1);
  }

  private static void outlive(
      long progress,
      ToLongFunction<TokenUser> what,
      Shop shop,
      TokenUser user,
      Runnable filling,
      SmallDisk disk) {
    RunningServer server = shop.server(NODE);
    Shop.awaitAtLeast(progress, what, user);
    String before = server.log();
    // So that the log of the database finds files that it can use again: without one it would end.
    shop.books().execute("checkpoint");
    filling.run();
    Shop.await(
        "the disk refuses something",
        () -> server.log().substring(before.length()).contains("No space left on device"));
    assertThat(server.status("/health/live"))
        .as("nothing that a restart would help")
        .isEqualTo(200);
    disk.makeRoom();
    shop.account().endFaults();
    Shop.await("the server is ready", () -> server.status("/health/ready") == 200);
    // Connections from before may fail once more; each is found out when it is used.
    Shop.await("programs are answered", () -> user.get("api/runs").statusCode() == 200);
  }
}
