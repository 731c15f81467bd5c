package org.storesync.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private static final Quota SEARCH = new Quota("seller", "searchOrders", 0.0056, 20);
  private static final Quota GET = new Quota("seller", "getOrder", 0.5, 30);

  private final HttpGatewayFixture fixture = new HttpGatewayFixture();
  private final Throttle throttle = fixture.throttle;

  private void takeAll(Quota quota) {
    for (int i = 0; i < quota.burst(); i++) {
      throttle.take(quota);
    }
  }

  @Test
  void the_burst_goes_without_waiting_and_then_the_delay_is_told() {
    takeAll(SEARCH);

    assertThat(fixture.waits).isEmpty();
    assertThatThrownBy(() -> throttle.take(SEARCH))
        .isInstanceOfSatisfying(
            HttpFailure.QuotaUsedUp.class,
            usedUp ->
                assertThat(usedUp.delay())
                    .isBetween(Duration.ofSeconds(178), Duration.ofSeconds(179)));
  }

  @Test
  void after_the_delay_there_is_one_call_again() {
    takeAll(SEARCH);
    fixture.clock.advance(throttle.untilNext(SEARCH));

    throttle.take(SEARCH);

    assertThatThrownBy(() -> throttle.take(SEARCH)).isInstanceOf(HttpFailure.QuotaUsedUp.class);
  }

  @Test
  void a_short_wait_is_waited() {
    takeAll(GET);

    throttle.take(GET);

    assertThat(fixture.waits).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void accounts_and_operations_have_buckets_of_their_own() {
    takeAll(SEARCH);

    throttle.take(new Quota("other seller", "searchOrders", 0.0056, 20));
    throttle.take(GET);

    assertThat(fixture.waits).isEmpty();
  }

  @Test
  void a_higher_rate_shortens_the_wait() {
    takeAll(SEARCH);

    throttle.correct(SEARCH, 0.5);

    assertThat(throttle.untilNext(SEARCH)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void a_lower_rate_lengthens_the_wait() {
    takeAll(GET);

    throttle.correct(GET, 0.01);

    assertThat(throttle.untilNext(GET)).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void a_rate_of_nothing_is_not_believed() {
    takeAll(GET);

    throttle.correct(GET, 0);
    throttle.correct(GET, Double.NaN);

    assertThat(throttle.untilNext(GET)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void a_corrected_rate_stays_although_the_published_one_is_named_again() {
    throttle.correct(SEARCH, 5);
    takeAll(SEARCH);

    throttle.take(SEARCH);

    assertThat(fixture.waits).containsExactly(Duration.ofMillis(200));
  }

  @Test
  void a_drained_bucket_fills_at_its_rate() {
    throttle.drain(GET);

    assertThat(throttle.untilNext(GET)).isEqualTo(Duration.ofSeconds(2));
  }
}
