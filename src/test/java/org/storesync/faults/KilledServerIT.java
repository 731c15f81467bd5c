package org.storesync.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
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

  /** So many that processing, too, takes much longer than to see its progress and to kill. */
  private static final int ORDERS = Math.max(Extent.ORDERS, 12_000);

  /** The last kill of a stage comes before so much of it is done. */
  private static final double LAST_KILL = 0.3;

  private static final int MOST_DELAY_MILLIS = 150;

  private final Random dice = Extent.dice();
  private int begun;
  private int inTheMiddle;

  @ParameterizedTest
  @EnumSource(Database.class)
  void a_server_that_is_killed_at_random_instants_ends_with_every_order_exactly_once(
      Database database) {
    try (Shop shop = Shop.on(database, "killed")) {
      OrdersByFate orders = shop.receive(ORDERS);
      // So that preparing has a middle, too.
      shop.account().slowDown(0, 50);
      int preparing = Extent.KILLS / 2;
      TokenUser user = shop.start(NODE);

      Stage prepare =
          new Stage("PREPARE", TokenUser::prepareAll, Shop::fetched, orders.total(), preparing);
      user = killAgainAndAgain(shop, user, prepare);
      Shop.awaitSuccess(user);
      int wanted = orders.good().size() + orders.bad().size();
      Stage process =
          new Stage(
              "PROCESS", TokenUser::processAll, Shop::processed, wanted, Extent.KILLS - preparing);
      user = killAgainAndAgain(shop, user, process);
      Shop.awaitSuccess(user);

      shop.stop();
      shop.check(orders, "FAILED", 1);
      if (database == Database.POSTGRESQL) {
        // H2 writes its file twice a second: what came after that is read again.
        shop.checkPages(preparing);
        assertThat(begun).as("stages that were begun: none was forgotten").isEqualTo(2);
      }
      assertThat(inTheMiddle).as("kills that met a run at work").isEqualTo(Extent.KILLS);
    }
  }

  /**
   * @param kind of its runs
   * @param whole the progress at its end
   */
  private record Stage(
      String kind,
      Consumer<TokenUser> begin,
      ToLongFunction<TokenUser> progress,
      int whole,
      int kills) {

    boolean hasBegun(TokenUser user) {
      return user.runs().stream().anyMatch(run -> run.getString("kind").equals(kind));
    }

    boolean hasEnded(String log) {
      return log.contains("(" + kind + ") has ended after");
    }
  }

  /**
   * @return somebody who uses the server that was started last
   */
  private TokenUser killAgainAndAgain(Shop shop, TokenUser first, Stage stage) {
    TokenUser user = first;
    boolean ended = false;
    for (int kill = 0; kill < stage.kills(); kill++) {
      beginUnlessBegun(stage, user);
      double share = LAST_KILL * (kill + dice.nextDouble()) / stage.kills();
      Shop.awaitAtLeast(Math.round(share * stage.whole()), stage.progress(), user);
      Shop.pass(Duration.ofMillis(dice.nextInt(MOST_DELAY_MILLIS)));
      ended |= stage.hasEnded(shop.kill(NODE));
      inTheMiddle += ended ? 0 : 1;
      user = shop.start(NODE);
    }
    beginUnlessBegun(stage, user);
    return user;
  }

  /** Also begins it again when H2 had not written down yet that it was. */
  private void beginUnlessBegun(Stage stage, TokenUser user) {
    if (!stage.hasBegun(user)) {
      stage.begin().accept(user);
      begun++;
    }
  }
}
