package org.storesync.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;
import static org.storesync.kind.PrepareMode.INCREMENTAL;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.connector.Side;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.pause.PauseRow;
import org.storesync.pause.PauseScope;
import org.storesync.pause.Pauses;
import org.storesync.platform.database.DatabaseInstant;
import org.storesync.platform.time.TestClock;
import org.storesync.run.RunKind;
import org.storesync.run.SystemOutages;
import org.storesync.store.Stores;

/** What monitoring is told is what stands in the database. */
@ArquillianTest
class StoredFiguresIT {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Inject private StoredFigures figures;
  @Inject private ExtensionStores stores;
  @Inject private Stores shops;
  @Inject private Pauses pauses;
  @Inject private SystemOutages outages;
  @Inject private TestClock clock;
  @Inject private UserTransaction transaction;
  @PersistenceContext private EntityManager entities;

  private ExtensionStore store;

  @BeforeEach
  void a_store_at_noon() {
    clock.setTo(NOON);
    store = stores.withLedger();
  }

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void prepared_records_are_counted_and_grow_old() throws Exception {
    for (int number = 1; number <= 3; number++) {
      store
          .stall()
          .put(
              aCoupon(
                  "P-" + number + "-" + store.id(),
                  NOON.minus(Duration.ofDays(2)).plusSeconds(60L * number)));
    }
    store.prepare(INCREMENTAL, PAPER);
    clock.advance(Duration.ofHours(1));

    List<Figure> records = ofThisStore(Measure.RECORDS);
    assertThat(records).hasSize(1);
    assertThat(records.get(0).value()).isEqualTo(3);
    assertThat(records.get(0).id().getTags())
        .containsEntry("status", "prepared")
        .containsEntry("entity", PAPER.toLowerCase(Locale.ROOT));
    assertThat(ofThisStore(Measure.QUEUE_AGE)).extracting(Figure::value).containsExactly(3600.0);
  }

  @Test
  void an_outage_has_an_age_while_it_lasts() {
    outages.noteFailure(store.id(), Side.MARKETPLACE, "It does not answer.");
    clock.advance(Duration.ofMinutes(10));

    List<Figure> down = ofThisStore(Measure.OUTAGE_AGE);
    assertThat(down).extracting(Figure::value).containsExactly(600.0);
    assertThat(down.get(0).id().getTags()).containsEntry("side", "marketplace");

    outages.noteSuccess(store.id(), Side.MARKETPLACE);
    assertThat(ofThisStore(Measure.OUTAGE_AGE)).isEmpty();
  }

  @Test
  void a_pause_counts_while_it_is_in_force() {
    double before = sum(Measure.PAUSES);
    PauseRow pause =
        pauses.begin(
            PauseScope.store(store.id()),
            "The stock is being counted.",
            Optional.of(NOON.plusSeconds(60)),
            "olga");
    assertThat(sum(Measure.PAUSES)).isEqualTo(before + 1);

    clock.advance(Duration.ofMinutes(2));
    assertThat(sum(Measure.PAUSES)).isEqualTo(before);
    pauses.resume(pause.id());
  }

  @Test
  void a_schedule_is_late_when_nothing_began_it_for_a_minute() throws Exception {
    // Never committed, so that the timer does not see it and begin it.
    transaction.begin();
    try {
      double before = sum(Measure.SCHEDULES_LATE);
      schedule(1, true, NOON.minusSeconds(120));
      schedule(2, true, NOON.minusSeconds(30));
      schedule(3, false, NOON.minusSeconds(120));

      assertThat(sum(Measure.SCHEDULES_LATE)).isEqualTo(before + 1);
    } finally {
      transaction.rollback();
    }
  }

  private void schedule(int number, boolean active, Instant nextAt) {
    entities
        .createNativeQuery(
            """
            insert into sync_schedule (id, name, name_key, active, action, store_id, mode, rhythm,
              zone, next_at, stop_after, failures_in_a_row, created_at, changed_at, revision,
              version)
            values (?1, ?2, ?2, ?3, 'PREPARE', ?4, 'INCREMENTAL', 'EVERY_MINUTES 1', 'UTC', ?5, 3,
              0, ?5, ?5, 1, 1)
            """)
        .setParameter(1, -number)
        .setParameter(2, "late " + number + " " + store.id())
        .setParameter(3, active)
        .setParameter(4, store.id())
        .setParameter(5, DatabaseInstant.parameter(nextAt))
        .executeUpdate();
  }

  @Test
  void runs_that_there_are_none_of_are_told_as_none() {
    assertThat(all(Measure.RUNS_ACTIVE))
        .as("each kind, queued, waiting or working")
        .hasSize(3 * RunKind.values().length);
  }

  private List<Figure> all(Measure measure) {
    return figures.read().stream().filter(figure -> figure.measure() == measure).toList();
  }

  private double sum(Measure measure) {
    return all(measure).stream().mapToDouble(Figure::value).sum();
  }

  private List<Figure> ofThisStore(Measure measure) {
    String name = shops.find(store.id()).orElseThrow().name();
    return all(measure).stream()
        .filter(figure -> name.equals(figure.id().getTags().get("store")))
        .toList();
  }
}
