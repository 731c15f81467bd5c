package org.storesync.faults;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.storesync.server.SimulatedAccount;
import org.storesync.server.TokenUser;
import org.storesync.simulator.account.FaultKind;
import org.storesync.simulator.account.Operation;

/**
 * A marketplace that answers with one fault after the other while orders arrive and change: each of
 * the faults of the simulator, at random, on sign-in and on lists.
 */
@Tag("servers")
class RandomFaultsServerIT {

  private static final String NODE = "alone";
  private static final int ORDERS_PER_DAY = 4_000;
  private static final int FAULTS_A_ROUND = 6;
  private static final int MOST_ANSWERS = 3;
  private static final int MOST_ANSWERS_BEFORE = 5;
  private static final int SLOW_MILLIS = 500;

  private final Random dice = Extent.dice();
  private final Set<String> leftOut = new HashSet<>();

  @ParameterizedTest
  @EnumSource(Database.class)
  void whatever_the_marketplace_answers_in_the_end_every_order_is_there_exactly_once(
      Database database) {
    try (Shop shop = Shop.on(database, "random-faults")) {
      SimulatedAccount account = shop.account();
      account.declareLively(1, ORDERS_PER_DAY);
      List<String> known = account.orders(Instant.now().minus(Shop.LAG)).good();
      TokenUser user = shop.start(NODE);

      Instant end = Instant.now().plus(Extent.UNREST);
      int rounds = 0;
      while (Instant.now().isBefore(end)) {
        for (int fault = 0; fault < FAULTS_A_ROUND; fault++) {
          account.addFault(aFault(known));
        }
        user.prepareWhatChanged();
        Shop.awaitEnd(user);
        user.processAll();
        Shop.awaitEnd(user);
        rounds++;
      }
      assertThat(rounds).isPositive();
      account.endFaults();

      // A window that a failed run has begun is read first, to the end that it had then.
      user.prepareWhatChanged();
      Shop.awaitEnd(user);
      // What was read between the faults is whole, but for what the marketplace kept to itself.
      Instant settled = Instant.now().minus(Shop.LAG);
      user.prepareWhatChanged();
      end(shop, user);
      account.checkImportedOnce(standing(shop), settled, leftOut);

      // And that, too, is there when everything is read again.
      settled = Instant.now().minus(Shop.LAG);
      user = shop.start(NODE);
      user.prepareAll();
      end(shop, user);
      account.checkImportedOnce(standing(shop), settled, Set.of());
    }
  }

  /** Waits until what was prepared is processed, and ends the server. */
  private static void end(Shop shop, TokenUser user) {
    Shop.awaitEnd(user);
    user.processAll();
    Shop.awaitEnd(user);
    assertThat(shop.server(NODE).log())
        .as("log of the server")
        .doesNotContain("failed unexpectedly");
    shop.stop();
  }

  /** Orders of the books that were not cancelled since. */
  private static List<String> standing(Shop shop) {
    return shop.books()
        .texts("select amazon_order_id from sales_order where status <> 'CANCELLED'");
  }

  private JsonObject aFault(List<String> known) {
    List<FaultKind> kinds =
        Arrays.stream(FaultKind.values())
            .filter(kind -> Extent.THROTTLED || kind != FaultKind.THROTTLED)
            .toList();
    FaultKind kind = kinds.get(dice.nextInt(kinds.size()));
    String order = known.get(dice.nextInt(known.size()));
    if (kind == FaultKind.MISSING_FROM_LIST) {
      leftOut.add(order);
    }
    return Json.createObjectBuilder()
        .add("kind", kind.name())
        .add("operation", operation(kind).key())
        .add("answers", 1 + dice.nextInt(MOST_ANSWERS))
        .add("after", dice.nextInt(MOST_ANSWERS_BEFORE))
        .add("delayMillis", SLOW_MILLIS)
        .add("orderId", order)
        .build();
  }

  private Operation operation(FaultKind kind) {
    return switch (kind) {
      case ON_TWO_PAGES, MISSING_FROM_LIST, EXPIRED_PAGE_TOKEN, EXPIRED_TOKEN ->
          Operation.SEARCH_ORDERS;
      case THROTTLED, SERVER_ERROR, UNAVAILABLE, SLOW, CUT, TRUNCATED ->
          dice.nextBoolean() ? Operation.SEARCH_ORDERS : Operation.TOKEN;
    };
  }
}
