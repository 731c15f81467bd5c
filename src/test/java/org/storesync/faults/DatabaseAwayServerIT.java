package org.storesync.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.storesync.server.OrdersByFate;
import org.storesync.server.RunningServer;
import org.storesync.server.TokenUser;

/**
 * The database goes away for ten seconds, once in each stage, and nobody does anything about it.
 */
@Tag("servers")
class DatabaseAwayServerIT {

  private static final String NODE = "alone";
  private static final Duration AWAY = Duration.ofSeconds(10);

  private final Random dice = Extent.dice();

  @Test
  void a_database_that_goes_away_for_ten_seconds_costs_no_order_and_no_run() {
    try (Shop shop = Shop.on(Database.POSTGRESQL, "away")) {
      OrdersByFate orders = shop.receive(Extent.ORDERS);
      shop.account().slowDown(0, 50);
      TokenUser user = shop.start(NODE);

      user.prepareAll();
      goAwayAfter(share(orders.total()), Shop::fetched, shop, user);
      Shop.awaitSuccess(user);
      user.processAll();
      goAwayAfter(share(orders.good().size()), Shop::processed, shop, user);
      Shop.awaitSuccess(user);

      shop.check(orders, "FAILED", 1);
      shop.checkPages(1);
    }
  }

  private long share(int whole) {
    return Math.round(dice.nextDouble() / 2 * whole);
  }

  private static void goAwayAfter(
      long progress, ToLongFunction<TokenUser> what, Shop shop, TokenUser user) {
    RunningServer server = shop.server(NODE);
    Shop.awaitAtLeast(progress, what, user);
    shop.postgresql().stop();

    Shop.await("the server is not ready", () -> server.status("/health/ready") == 503);
    assertThat(server.status("/health/live"))
        .as("nothing that a restart would help")
        .isEqualTo(200);
    Shop.pass(AWAY);
    shop.postgresql().startAgain();

    Shop.await("the server is ready again", () -> server.status("/health/ready") == 200);
  }
}
