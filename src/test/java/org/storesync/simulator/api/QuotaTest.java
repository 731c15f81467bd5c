package org.storesync.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.storesync.simulator.MarketplaceFixture;
import org.storesync.simulator.SettableClock;
import org.storesync.simulator.message.SimulatorAnswer;

class QuotaTest {

  private static final String ANY = "lastUpdatedAfter=2026-06-30T00:00:00Z";
  private static final String NOBODY = "111-0000000-0000000";
  private static final String RATE = "x-amzn-RateLimit-Limit";

  private final SettableClock clock = new SettableClock(MarketplaceFixture.START);
  private final MarketplaceFixture amazon = MarketplaceFixture.strict(clock);

  @Test
  void searches_are_limited_to_twenty_at_once_and_one_in_three_minutes() {
    assertThat(IntStream.range(0, 20).map(call -> amazon.search(ANY).status())).containsOnly(200);

    SimulatorAnswer refused = amazon.search(ANY);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(MarketplaceFixture.errorCode(refused)).isEqualTo("QuotaExceeded");
    assertThat(refused.headers()).doesNotContainKey(RATE).containsKey("x-amzn-RequestId");

    clock.pass(Duration.ofSeconds(178));
    assertThat(amazon.search(ANY).status()).isEqualTo(429);
    clock.pass(Duration.ofSeconds(1));
    assertThat(amazon.search(ANY).status()).isEqualTo(200);
    assertThat(amazon.search(ANY).status()).isEqualTo(429);
  }

  @Test
  void each_operation_and_each_seller_has_a_bucket_of_its_own() {
    IntStream.range(0, 20).forEach(call -> amazon.search(ANY));

    assertThat(IntStream.range(0, 30).map(call -> amazon.order(NOBODY).status())).containsOnly(404);
    assertThat(amazon.order(NOBODY).status()).isEqualTo(429);
    assertThat(amazon.as("other").search(ANY).status()).isEqualTo(200);
  }

  @Test
  void the_header_tells_the_published_rate() {
    assertThat(amazon.search(ANY).headers()).containsEntry(RATE, "0.0056");
    assertThat(amazon.order(NOBODY).headers()).containsEntry(RATE, "0.5");
  }

  @Test
  void the_factor_scales_rate_burst_and_header_alike() {
    MarketplaceFixture faster = MarketplaceFixture.of(clock, 10, "seller");

    assertThat(IntStream.range(0, 200).map(call -> faster.search(ANY).status())).containsOnly(200);
    assertThat(faster.search(ANY).status()).isEqualTo(429);
    clock.pass(Duration.ofSeconds(18));
    assertThat(faster.search(ANY).headers()).containsEntry(RATE, "0.056");
  }

  @Test
  void a_request_that_breaks_a_rule_costs_quota_and_one_without_access_does_not() {
    IntStream.range(0, 20).forEach(call -> amazon.search("broken=1"));
    assertThat(amazon.search(ANY).status()).isEqualTo(429);

    MarketplaceFixture late = amazon.as("late");
    clock.pass(Duration.ofHours(2));
    IntStream.range(0, 30).forEach(call -> assertThat(late.search(ANY).status()).isEqualTo(403));
    late.signIn();
    assertThat(late.search(ANY).status()).isEqualTo(200);
  }
}
