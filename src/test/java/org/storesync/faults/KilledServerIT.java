package org.storesync.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.storesync.server.OrdersByFate;
import org.storesync.server.TokenUser;

/** A server that is killed (SIGKILL) again and again in the middle of both stages. */
@Tag("servers")
class KilledServerIT {

  private static final String NODE = "alone";

  /** The last kill of a stage comes before so much of it is done. */
  private static final double LAST_KILL = 0.4;

  private static final int MOST_DELAY_MILLIS = 150;

  private final Random dice = Extent.dice();
  private int inTheMiddle;

  @ParameterizedTest
  @EnumSource(Database.class)
  void a_server_that_is_killed_at_random_instants_ends_with_every_order_exactly_once(
      Database database) {
    try (Shop shop = Shop.on(database, "killed")) {
      OrdersByFate orders = shop.receive(Extent.ORDERS);
      // So that preparing has a middle, too.
      shop.account().slowDown(0, 50);
      int preparing = Extent.KILLS / 2;
      TokenUser user = shop.start(NODE);

      user.prepareAll();
      user = killAgainAndAgain(shop, user, "PREPARE", preparing, orders.total(), Shop::fetched);
      Shop.awaitSuccess(user);
      user.processAll();
      int wanted = orders.good().size() + orders.bad().size();
      user =
          killAgainAndAgain(
              shop, user, "PROCESS", Extent.KILLS - preparing, wanted, Shop::processed);
      Shop.awaitSuccess(user);

      shop.stop();
      shop.check(orders, "FAILED", 1);
      if (database == Database.POSTGRESQL) {
        // H2 writes its file twice a second: what came after that is read again.
        shop.checkPages(preparing);
      }
      assertThat(inTheMiddle).as("kills that met a run at work").isEqualTo(Extent.KILLS);
    }
  }

  /**
   * @return somebody who uses the server that was started last
   */
  private TokenUser killAgainAndAgain(
      Shop shop,
      TokenUser first,
      String stage,
      int kills,
      int whole,
      ToLongFunction<TokenUser> progress) {
    TokenUser user = first;
    for (int kill = 1; kill <= kills; kill++) {
      double share = LAST_KILL * (kill - 1 + dice.nextDouble()) / kills;
      Shop.awaitAtLeast(Math.round(share * whole), progress, user);
      Shop.pass(Duration.ofMillis(dice.nextInt(MOST_DELAY_MILLIS)));
      String log = shop.kill(NODE);
      inTheMiddle += log.contains("(" + stage + ") has ended after") ? 0 : 1;
      user = shop.start(NODE);
    }
    return user;
  }
}
