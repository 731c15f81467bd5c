package org.storesync.platform.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.platform.database.DatabaseResource;
import org.storesync.platform.database.DatabaseVendor;

@ArquillianTest
class ThrottleIT {

  private static final int BURST = 20;

  @Inject private Throttle here;
  @Inject private QuotaUses uses;
  @Inject private QuotaBuckets buckets;
  @Inject private CallCounts counts;
  @Inject private Clock clock;
  @Inject private DatabaseVendor vendor;
  @Resource private ManagedExecutorService executor;

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource database;

  private final Quota quota =
      new Quota(UUID.randomUUID().toString(), "searchOrders", 0.0056, BURST);
  private final QuotaRequest person = new QuotaRequest(quota, "Person's store", false);
  private final QuotaRequest schedule = new QuotaRequest(quota, "Schedule's store", true);
  private Throttle elsewhere;

  /** Another node; with the embedded database there is none, and it is this one. */
  @BeforeEach
  void startAnotherNode() {
    elsewhere = new Throttle();
    elsewhere.clock = clock;
    elsewhere.waiting = new Waiting();
    elsewhere.uses = uses;
    elsewhere.counts = counts;
    elsewhere.buckets =
        switch (vendor) {
          case H2 -> buckets;
          case POSTGRESQL ->
              new SharedBuckets(database, new QuotaBucketsOfDatabase.ClockMeter(clock));
        };
  }

  @Test
  void calls_of_all_nodes_come_out_of_one_bucket() throws Exception {
    for (int i = 0; i < BURST / 2; i++) {
      here.take(person);
      elsewhere.take(person);
    }

    assertThatThrownBy(() -> here.take(person)).isInstanceOf(QuotaUsedUp.class);
    assertThatThrownBy(() -> elsewhere.take(person)).isInstanceOf(QuotaUsedUp.class);
  }

  @Test
  void calls_at_the_same_time_are_counted_one_by_one() throws Exception {
    List<Future<Integer>> takers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Throttle node = i % 2 == 0 ? here : elsewhere;
      takers.add(executor.submit(() -> takeAsManyAsPossible(node)));
    }

    int taken = 0;
    for (Future<Integer> taker : takers) {
      taken += taker.get();
    }

    assertThat(taken).isEqualTo(BURST);
  }

  private int takeAsManyAsPossible(Throttle node) throws InterruptedException {
    for (int taken = 0; ; taken++) {
      try {
        node.take(person);
      } catch (QuotaUsedUp usedUp) {
        return taken;
      }
    }
  }

  @Test
  void a_rate_that_one_node_learned_holds_for_all() {
    here.correct(quota, 2);
    elsewhere.drain(person);

    assertThat(elsewhere.untilNext(quota)).isLessThanOrEqualTo(Duration.ofMillis(500));
  }

  @Test
  void a_person_who_waits_at_one_node_goes_before_schedules_of_all() throws Exception {
    here.drain(person);

    assertThatThrownBy(() -> elsewhere.take(schedule))
        .isInstanceOf(QuotaUsedUp.class)
        .hasMessageContaining("kept for a person’s request");
  }

  @Test
  void all_nodes_see_what_is_left_and_who_waits() throws Exception {
    here.take(schedule);
    here.drain(person);

    QuotaLevel level =
        elsewhere.levels().stream()
            .filter(one -> one.account().equals(quota.account()))
            .findFirst()
            .orElseThrow();

    assertThat(level.bucketful().orElseThrow().tokens()).isZero();
    assertThat(level.bucketful().orElseThrow().burst()).isEqualTo(BURST);
    assertThat(level.callers())
        .filteredOn(caller -> caller.personWaitsUntil().isPresent())
        .extracting(QuotaLevel.Caller::name)
        .containsExactly("Person's store");
  }
}
