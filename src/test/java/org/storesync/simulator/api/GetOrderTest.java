package org.storesync.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.storesync.simulator.MarketplaceFixture;
import org.storesync.simulator.SettableClock;
import org.storesync.simulator.message.JsonText;

class GetOrderTest {

  private final MarketplaceFixture amazon =
      MarketplaceFixture.generous(new SettableClock(MarketplaceFixture.START));

  @Test
  void it_gives_the_same_order_as_the_list() {
    String query =
        "lastUpdatedAfter=2026-06-25T00:00:00Z&includedData=" + MarketplaceFixture.EVERYTHING;

    assertThat(amazon.all(query))
        .isNotEmpty()
        .allSatisfy(
            listed ->
                assertThat(MarketplaceFixture.object(amazon.order(listed.getString("orderId"))))
                    .isEqualTo(answer(listed)));
  }

  @Test
  void an_order_that_is_not_there_is_answered_with_404() {
    assertThat(amazon.order("111-0000000-0000000").status()).isEqualTo(404);
  }

  @Test
  void an_order_of_another_seller_is_not_there() {
    String query = "lastUpdatedAfter=2026-06-30T00:00:00Z";
    String orderId = amazon.all(query).get(0).getString("orderId");

    assertThat(amazon.as("other").order(orderId).status()).isEqualTo(404);
  }

  @Test
  void what_is_no_order_id_is_answered_with_400() {
    assertThat(amazon.order("TEST_CASE_400").status()).isEqualTo(400);
  }

  private static JsonObject answer(JsonObject order) {
    return JsonText.object().add("order", order).build();
  }
}
