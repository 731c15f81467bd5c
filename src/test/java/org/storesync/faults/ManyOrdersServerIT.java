package org.storesync.faults;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.storesync.server.OrdersByFate;
import org.storesync.server.TokenUser;

/** Many orders, one of a hundred bad. */
@Tag("servers")
class ManyOrdersServerIT {

  private static final int MAX_ATTEMPTS = 5;

  @ParameterizedTest
  @EnumSource(Database.class)
  void good_orders_are_booked_once_and_bad_ones_fail_with_their_reason_until_they_are_aborted(
      Database database) {
    try (Shop shop = Shop.on(database, "many-orders")) {
      OrdersByFate orders = shop.receive(Extent.ORDERS);
      TokenUser user = shop.start("alone");
      user.prepareAll();
      Shop.awaitSuccess(user);
      user.processAll();
      Shop.awaitSuccess(user);
      shop.stop();
      shop.check(orders, "FAILED", 1);
      shop.checkPages(0);

      TokenUser again = shop.start("alone");
      for (int attempt = 2; attempt <= MAX_ATTEMPTS; attempt++) {
        again.processAll();
        Shop.awaitSuccess(again);
      }
      // Nothing is left to be tried.
      again.processAll();
      Shop.awaitSuccess(again);
      shop.stop();
      shop.check(orders, "ABORTED", MAX_ATTEMPTS);
      shop.checkPages(0);
    }
  }
}
