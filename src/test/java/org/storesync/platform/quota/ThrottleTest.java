package org.storesync.platform.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private static final Quota SEARCH = new Quota("seller", "searchOrders", 0.0056, 20);
  private static final Quota GET = new Quota("seller", "getOrder", 0.5, 30);

  private final ThrottleFixture fixture = new ThrottleFixture();
  private final Throttle throttle = fixture.throttle;

  private void take(Quota quota) throws InterruptedException {
    throttle.take(new QuotaRequest(quota, "Store", false));
  }

  private void takeUnattended(Quota quota) throws InterruptedException {
    throttle.take(new QuotaRequest(quota, "Other store", true));
  }

  private void takeAll(Quota quota) throws InterruptedException {
    for (int i = 0; i < quota.burst(); i++) {
      take(quota);
    }
  }

  @Test
  void the_burst_goes_without_waiting_and_then_the_delay_is_told() throws InterruptedException {
    takeAll(SEARCH);

    assertThat(fixture.waits).isEmpty();
    assertThatThrownBy(() -> take(SEARCH))
        .isInstanceOfSatisfying(
            QuotaUsedUp.class,
            usedUp ->
                assertThat(usedUp.delay())
                    .isBetween(Duration.ofSeconds(178), Duration.ofSeconds(179)));
  }

  @Test
  void after_the_delay_there_is_one_call_again() throws InterruptedException {
    takeAll(SEARCH);
    fixture.clock.advance(throttle.untilNext(SEARCH));

    take(SEARCH);

    assertThatThrownBy(() -> take(SEARCH)).isInstanceOf(QuotaUsedUp.class);
  }

  @Test
  void a_short_wait_is_waited() throws InterruptedException {
    takeAll(GET);

    take(GET);

    assertThat(fixture.waits).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void accounts_and_operations_have_buckets_of_their_own() throws InterruptedException {
    takeAll(SEARCH);

    take(new Quota("other seller", "searchOrders", 0.0056, 20));
    take(GET);

    assertThat(fixture.waits).isEmpty();
  }

  @Test
  void a_higher_rate_shortens_the_wait() throws InterruptedException {
    takeAll(SEARCH);

    throttle.correct(SEARCH, 0.5);

    assertThat(throttle.untilNext(SEARCH)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void a_lower_rate_lengthens_the_wait() throws InterruptedException {
    takeAll(GET);

    throttle.correct(GET, 0.01);

    assertThat(throttle.untilNext(GET)).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void a_rate_of_nothing_is_not_believed() throws InterruptedException {
    takeAll(GET);

    throttle.correct(GET, 0);
    throttle.correct(GET, Double.NaN);

    assertThat(throttle.untilNext(GET)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void a_corrected_rate_stays_although_the_published_one_is_named_again()
      throws InterruptedException {
    throttle.correct(SEARCH, 5);
    takeAll(SEARCH);

    take(SEARCH);

    assertThat(fixture.waits).containsExactly(Duration.ofMillis(200));
  }

  @Test
  void a_drained_bucket_fills_at_its_rate() throws InterruptedException {
    throttle.drain(new QuotaRequest(GET, "Store", false));

    assertThat(throttle.untilNext(GET)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void an_unattended_call_gives_way_to_a_person_who_waits() throws InterruptedException {
    takeAll(SEARCH);
    assertThatThrownBy(() -> take(SEARCH)).isInstanceOf(QuotaUsedUp.class);
    fixture.clock.advance(throttle.untilNext(SEARCH));

    assertThatThrownBy(() -> takeUnattended(SEARCH))
        .isInstanceOfSatisfying(
            QuotaUsedUp.class,
            usedUp -> {
              assertThat(usedUp).hasMessageContaining("kept for a person’s request");
              assertThat(usedUp.delay()).isCloseTo(QuotaUses.KEEPS_ITS_PLACE, Duration.ofMillis(1));
            });
    take(SEARCH);

    assertThat(callers(SEARCH))
        .extracting(QuotaLevel.Caller::name, caller -> caller.personWaitsUntil().isPresent())
        .containsExactlyInAnyOrder(tuple("Store", false), tuple("Other store", false));
  }

  @Test
  void a_person_who_came_no_more_keeps_nobody_waiting() throws InterruptedException {
    takeAll(SEARCH);
    assertThatThrownBy(() -> take(SEARCH)).isInstanceOf(QuotaUsedUp.class);
    fixture.clock.advance(
        throttle.untilNext(SEARCH).plus(QuotaUses.KEEPS_ITS_PLACE).plusSeconds(1));

    takeUnattended(SEARCH);

    assertThat(throttle.untilNext(SEARCH)).isPositive();
  }

  @Test
  void a_person_does_not_wait_for_an_unattended_call() throws InterruptedException {
    takeAll(SEARCH);
    assertThatThrownBy(() -> takeUnattended(SEARCH)).isInstanceOf(QuotaUsedUp.class);
    fixture.clock.advance(throttle.untilNext(SEARCH));

    take(SEARCH);

    assertThat(callers(SEARCH))
        .filteredOn(caller -> caller.name().equals("Other store"))
        .hasSize(1);
  }

  @Test
  void who_waits_and_what_is_left_can_be_seen() throws InterruptedException {
    take(GET);
    throttle.correct(GET, 0.25);

    QuotaLevel level = level(GET);

    assertThat(level.bucketful())
        .hasValueSatisfying(
            bucketful -> {
              assertThat(bucketful.tokens()).isEqualTo(29);
              assertThat(bucketful.burst()).isEqualTo(30);
              assertThat(bucketful.oneEvery()).isEqualTo(Duration.ofSeconds(4));
            });
    assertThat(level.callers())
        .extracting(QuotaLevel.Caller::calledAt)
        .containsExactly(Optional.of(fixture.clock.instant()));
  }

  private List<QuotaLevel.Caller> callers(Quota quota) {
    return level(quota).callers();
  }

  private QuotaLevel level(Quota quota) {
    return throttle.levels().stream()
        .filter(level -> level.operation().equals(quota.operation()))
        .findFirst()
        .orElseThrow();
  }
}
