package org.storesync.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.storesync.server.OrdersByFate;
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

  @Test
  void a_full_disk_below_postgresql_costs_no_order_and_no_run() {
    Optional<SmallDisk> mounted = SmallDisk.mount();
    assumeThat(mounted).as("a file system in memory, which only root may mount").isPresent();
    try (SmallDisk disk = mounted.orElseThrow();
        Shop shop = Shop.on(TestPostgresql.startRestartable(disk.folder()), "disk-full")) {
      outliveTwice(shop, disk::fill, disk::makeRoom);
    }
  }

  /** A limit on the size of the server's files needs no rights, and strikes as a full disk does. */
  @Test
  void a_full_disk_below_h2_costs_no_order_and_no_run() {
    assumeThat(FileLimit.isAvailable()).as("prlimit of util-linux").isTrue();
    try (Shop shop = Shop.on(Database.H2, "disk-full")) {
      FileLimit limit = new FileLimit();
      outliveTwice(shop, () -> limit.set(shop.server(NODE).pid(), sizeOf(shop)), limit::lift);
    }
  }

  private static long sizeOf(Shop shop) {
    try {
      return Files.size(shop.file());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void outliveTwice(Shop shop, Runnable fill, Runnable makeRoom) {
    OrdersByFate orders = shop.receive(ORDERS);
    shop.account().slowDown(0, 50);
    TokenUser user = shop.start(NODE);

    user.prepareAll();
    outlive(orders.total() / 4, Shop::fetched, shop, user, fill, makeRoom);
    Shop.awaitSuccess(user);
    user.processAll();
    outlive(orders.good().size() / 4, Shop::processed, shop, user, fill, makeRoom);
    Shop.awaitSuccess(user);

    shop.stop();
    shop.check(orders, "FAILED", 1);
  }

  private static void outlive(
      long progress,
      ToLongFunction<TokenUser> what,
      Shop shop,
      TokenUser user,
      Runnable fill,
      Runnable makeRoom) {
    RunningServer server = shop.server(NODE);
    Shop.awaitAtLeast(progress, what, user);
    String before = server.log();
    fill.run();
    Shop.await(
        "a run says that it waits for the database",
        () -> server.log().substring(before.length()).contains("trouble with the database"));
    assertThat(server.status("/health/live"))
        .as("nothing that a restart would help")
        .isEqualTo(200);
    makeRoom.run();
    Shop.await("the server is ready", () -> server.status("/health/ready") == 200);
  }
}
