package org.storesync.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;
import static org.storesync.kind.PrepareMode.INCREMENTAL;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Side;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.extension.farbooks.FarBooks;
import org.storesync.pause.PauseRow;
import org.storesync.pause.PauseScope;
import org.storesync.pause.Pauses;
import org.storesync.platform.quota.Quota;
import org.storesync.platform.quota.QuotaRequest;
import org.storesync.platform.quota.QuotaUses;
import org.storesync.platform.time.TestClock;
import org.storesync.record.SyncStatus;
import org.storesync.run.SystemOutages;
import org.storesync.schedule.ScheduleAction;
import org.storesync.schedule.ScheduleChange;
import org.storesync.schedule.ScheduleDraft;
import org.storesync.schedule.ScheduleSelection;
import org.storesync.schedule.ScheduleTimer;
import org.storesync.schedule.SyncSchedules;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/** Each alert is raised by what it is about, is silent without it, and ends by itself. */
@ArquillianTest
class AlertsIT {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @Inject private Alerts alerts;
  @Inject private AlertWatch watch;
  @Inject private AlertWords words;
  @Inject private AlertDesk desk;
  @Inject private ExtensionStores extensionStores;
  @Inject private Stores stores;
  @Inject private SyncSchedules schedules;
  @Inject private ScheduleTimer scheduleTimer;
  @Inject private QuotaUses quotaUses;
  @Inject private SystemOutages outages;
  @Inject private Pauses pauses;
  @Inject private FarBooks books;
  @Inject private TestClock clock;

  private ExtensionStore store;

  @BeforeEach
  void a_store_at_noon() {
    clock.setTo(NOON);
    store = extensionStores.withFarBooks();
  }

  @AfterEach
  void nothing_of_it_stays() {
    store.sql(
        "delete from sync_record where id < 0 and store_entity_id = " + store.entity(PAPER).id());
    stores.deactivate(store.id(), Locale.ENGLISH);
    watch.look();
    clock.reset();
  }

  private String name() {
    return stores.find(store.id()).map(Store::name).orElseThrow();
  }

  private List<AlertRow> found(String reason) {
    watch.look();
    return alerts.standing().stream()
        .filter(alert -> alert.reason().equals(reason))
        .filter(alert -> Long.valueOf(store.id()).equals(alert.storeId()))
        .toList();
  }

  private AlertRow one(String reason) {
    List<AlertRow> found = found(reason);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private Stream<AlertRow> ended(String reason) {
    return alerts.ended(1000).stream()
        .filter(alert -> alert.reason().equals(reason))
        .filter(alert -> Long.valueOf(store.id()).equals(alert.storeId()));
  }

  private void abort(String key) throws Exception {
    store.stall().put(aCoupon(key, clock.instant().minus(Duration.ofHours(1))));
    books.failFor(key, new ConnectorFailure.Rejected("The books are full."));
    store.prepare(INCREMENTAL, PAPER);
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(store.status(PAPER, key)).isNotEqualTo(SyncStatus.ABORTED);
      store.process();
    }
    assertThat(store.status(PAPER, key)).isEqualTo(SyncStatus.ABORTED);
  }

  // --- records ---

  @Test
  void records_that_failed_for_the_last_time_raise_one_alert_that_ends_when_they_are_repaired()
      throws Exception {
    assertThat(found("RECORDS_ABORTED")).isEmpty();
    abort(store.id() + "-A1");

    AlertRow alert = one("RECORDS_ABORTED");
    assertThat(alert.affected()).isEqualTo(1);
    assertThat(alert.state()).isEqualTo(AlertState.OPEN);
    assertThat(alert.since()).isEqualTo(NOON);
    assertThat(words.what(alert, Locale.ENGLISH))
        .startsWith("1 record of ")
        .contains(name(), "will not be tried again");
    assertThat(words.what(alert, Locale.GERMAN)).contains("1 Datensatz", name());
    assertThat(alert.address()).startsWith("/sync-history.xhtml?status=ABORTED&store=");

    books.heal(store.id() + "-A1");
    store.sync(store.record(PAPER, store.id() + "-A1"));
    assertThat(found("RECORDS_ABORTED")).isEmpty();
    assertThat(ended("RECORDS_ABORTED")).hasSize(1);
  }

  @Test
  void an_acknowledged_alert_comes_back_when_there_is_more_of_it() throws Exception {
    abort(store.id() + "-A1");
    AlertRow alert = one("RECORDS_ABORTED");
    assertThat(alerts.acknowledge(alert.id(), "olga")).isTrue();
    assertThat(one("RECORDS_ABORTED").state()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(one("RECORDS_ABORTED").by()).isEqualTo("olga");

    clock.advance(Duration.ofHours(3));
    abort(store.id() + "-A2");

    assertThat(one("RECORDS_ABORTED").state()).isEqualTo(AlertState.OPEN);
    assertThat(one("RECORDS_ABORTED").affected()).isEqualTo(2);
    assertThat(one("RECORDS_ABORTED").id()).isEqualTo(alert.id());
  }

  @Test
  void a_snoozed_alert_comes_back_when_its_time_is_over() throws Exception {
    abort(store.id() + "-A1");
    AlertRow alert = one("RECORDS_ABORTED");
    alerts.snooze(alert.id(), NOON.plus(Duration.ofHours(4)), "olga");
    assertThat(one("RECORDS_ABORTED").state()).isEqualTo(AlertState.SNOOZED);

    clock.advance(Duration.ofHours(4));

    assertThat(one("RECORDS_ABORTED").state()).isEqualTo(AlertState.OPEN);
  }

  @Test
  void an_alert_that_has_ended_can_not_be_acknowledged() throws Exception {
    abort(store.id() + "-A1");
    long id = one("RECORDS_ABORTED").id();
    stores.deactivate(store.id(), Locale.ENGLISH);
    assertThat(found("RECORDS_ABORTED")).isEmpty();

    assertThat(alerts.acknowledge(id, "olga")).isFalse();
    assertThat(alerts.snooze(id, NOON.plus(WEEK), "olga")).isFalse();
  }

  @Test
  void nobody_but_an_operator_sees_to_alerts() {
    assertThatThrownBy(() -> desk.acknowledge(1)).isInstanceOf(EJBAccessException.class);
    assertThatThrownBy(() -> desk.snooze(1, NOON)).isInstanceOf(EJBAccessException.class);
  }

  // --- schedules ---

  private long scheduleThatFails() {
    ScheduleDraft draft =
        new ScheduleDraft(
            "Night " + store.id(),
            true,
            new ScheduleSelection(
                ScheduleAction.PROCESS, store.id(), List.of(), null, null, null, null, null),
            "EVERY_MINUTES 15",
            "UTC",
            null,
            null,
            null,
            null,
            2);
    long id = ((ScheduleChange.Done) schedules.create(draft, Locale.ENGLISH)).scheduleId();
    stores.deactivate(store.id(), Locale.ENGLISH);
    return id;
  }

  private void awaitFailures(long schedule, int number) {
    Awaitility.await("failure " + number)
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              scheduleTimer.work();
              return schedules.find(schedule).orElseThrow().failuresInARow() == number;
            });
  }

  @Test
  void a_schedule_that_fails_is_told_and_one_that_was_stopped_is_told_as_such() {
    long schedule = scheduleThatFails();
    assertThat(found("SCHEDULE_FAILING")).isEmpty();

    clock.advance(Duration.ofMinutes(15));
    awaitFailures(schedule, 1);
    AlertRow failing = one("SCHEDULE_FAILING");
    assertThat(failing.affected()).isEqualTo(1);
    assertThat(failing.since()).isEqualTo(clock.instant());
    assertThat(words.what(failing, Locale.ENGLISH))
        .startsWith("The schedule “Night " + store.id() + "” of " + name() + " failed once.")
        .contains("is not active");
    assertThat(found("SCHEDULE_STOPPED")).isEmpty();

    clock.advance(Duration.ofMinutes(15));
    awaitFailures(schedule, 2);
    assertThat(words.what(one("SCHEDULE_STOPPED"), Locale.ENGLISH)).contains("is switched off.");
    assertThat(one("SCHEDULE_STOPPED").address())
        .isEqualTo("/schedules.xhtml?schedule=" + schedule);
    assertThat(found("SCHEDULE_FAILING")).isEmpty();

    schedules.switchTo(schedule, true);
    assertThat(found("SCHEDULE_STOPPED")).isEmpty();
    schedules.switchTo(schedule, false);
  }

  // --- sign-in ---

  @Test
  void a_refused_sign_in_is_told_until_the_system_answers_again() throws Exception {
    store.prepare(INCREMENTAL, PAPER);
    assertThat(found("SIGN_IN_REFUSED")).isEmpty();
    clock.advance(Duration.ofHours(1));
    store.stall().failOnCall(1, new ConnectorFailure.SignInLost("The bazaar knows you no more."));
    store.prepare(INCREMENTAL, PAPER);

    AlertRow alert = one("SIGN_IN_REFUSED");
    assertThat(words.what(alert, Locale.ENGLISH))
        .isEqualTo(name() + " is no longer let in. The bazaar knows you no more.");
    assertThat(alert.since()).isEqualTo(clock.instant());
    assertThat(alert.address()).startsWith("/stores.xhtml?store=");
    clock.advance(Duration.ofHours(1));
    store.stall().failOnCall(1, new ConnectorFailure.SignInLost("The bazaar knows you no more."));
    store.prepare(INCREMENTAL, PAPER);
    assertThat(one("SIGN_IN_REFUSED").affected()).isEqualTo(2);

    clock.advance(Duration.ofHours(1));
    store.prepare(INCREMENTAL, PAPER);
    assertThat(found("SIGN_IN_REFUSED")).isEmpty();
  }

  @Test
  void another_failure_is_no_refused_sign_in() throws Exception {
    store.stall().failOnCall(1, new ConnectorFailure.Rejected("The bazaar is confused."));
    store.prepare(INCREMENTAL, PAPER);

    assertThat(found("SIGN_IN_REFUSED")).isEmpty();
  }

  // --- outages ---

  @Test
  void a_system_that_is_down_for_long_is_told_until_it_answers_again() {
    outages.noteFailure(store.id(), Side.MARKETPLACE, "The bazaar is closed.");
    clock.advance(Duration.ofMinutes(29));
    assertThat(found("SYSTEM_DOWN")).isEmpty();
    outages.noteFailure(store.id(), Side.MARKETPLACE, "The bazaar is still closed.");
    clock.advance(Duration.ofMinutes(1));

    AlertRow alert = one("SYSTEM_DOWN");
    assertThat(words.what(alert, Locale.ENGLISH))
        .isEqualTo(
            "A system that "
                + name()
                + " is connected to does not answer; 2 tries were in vain. The bazaar is still"
                + " closed.");
    assertThat(alert.since()).isEqualTo(NOON);

    outages.noteSuccess(store.id(), Side.MARKETPLACE);
    assertThat(found("SYSTEM_DOWN")).isEmpty();
  }

  // --- silence ---

  /** One document in every second hour of the day, from 8 to 20, seven on each day. */
  private void history(int weeks) throws Exception {
    int number = 0;
    for (int day = weeks * 7; day >= 1; day--) {
      for (int hour = 8; hour <= 20; hour += 2) {
        number++;
        Instant created =
            NOON.minus(Duration.ofDays(day))
                .plus(Duration.ofHours(hour))
                .minus(Duration.ofHours(12));
        insert(number, created);
      }
    }
  }

  private void insert(int number, Instant created) {
    store.sql(
        "insert into sync_record (id, store_entity_id, external_id, status, description,"
            + " content_version, external_created, attempts, changed_since_skipped, created_at,"
            + " changed_at, version) values (-"
            + (store.id() * 100_000 + number)
            + ", "
            + store.entity(PAPER).id()
            + ", 'H-"
            + number
            + "', 'PROCESSED', 'history', 1, timestamp with time zone '"
            + created.toString().replace("T", " ").replace("Z", "+00")
            + "', 0, false, timestamp with time zone '2026-11-24 12:00:00+00',"
            + " timestamp with time zone '2026-11-24 12:00:00+00', 1)");
  }

  /** Everything was read without a gap up to this instant. */
  private void readUpTo(Instant instant) {
    store.sql(
        "update store_entity set baseline = timestamp with time zone '"
            + instant.toString().replace("T", " ").replace("Z", "+00")
            + "' where id = "
            + store.entity(PAPER).id());
  }

  @Test
  void silence_is_told_when_it_is_longer_than_the_rhythm_of_the_store_explains() throws Exception {
    history(6);
    Instant last = Instant.parse("2026-11-23T20:00:00Z");
    readUpTo(Instant.parse("2026-11-24T07:00:00Z"));
    assertThat(found("STORE_SILENT")).as("it is quiet every night").isEmpty();
    readUpTo(Instant.parse("2026-11-24T18:00:00Z"));
    assertThat(found("STORE_SILENT")).as("a few may be missing by chance").isEmpty();

    readUpTo(Instant.parse("2026-11-25T12:00:00Z"));
    AlertRow alert = one("STORE_SILENT");

    assertThat(alert.since()).isEqualTo(last);
    assertThat(words.what(alert, Locale.ENGLISH)).contains(name(), "about 9 usually do");
    insert(99_999, Instant.parse("2026-11-25T11:00:00Z"));
    assertThat(found("STORE_SILENT")).isEmpty();
  }

  @Test
  void a_pause_or_an_outage_explains_silence() throws Exception {
    history(6);
    readUpTo(NOON);
    PauseRow pause =
        pauses.begin(PauseScope.store(store.id()), "Holidays.", Optional.empty(), "olga");
    clock.advance(Duration.ofDays(3));

    assertThat(found("STORE_SILENT")).isEmpty();
    pauses.resume(pause.id());
  }

  @Test
  void a_store_that_is_known_for_less_than_four_weeks_has_no_rhythm_yet() throws Exception {
    history(3);
    readUpTo(NOON.plus(Duration.ofDays(3)));

    assertThat(found("STORE_SILENT")).isEmpty();
  }

  // --- quota ---

  @Test
  void a_quota_that_allows_no_call_for_long_is_told_and_a_short_wait_is_not() {
    QuotaRequest request =
        new QuotaRequest(new Quota("account-" + store.id(), "searchThings", 1, 1), name(), true);
    quotaUses.called(request);
    quotaUses.waits(request, NOON.plus(Duration.ofMinutes(14)));
    assertThat(found("QUOTA_EXHAUSTED")).isEmpty();

    quotaUses.waits(request, NOON.plus(Duration.ofMinutes(30)));
    AlertRow alert = one("QUOTA_EXHAUSTED");
    assertThat(words.what(alert, Locale.ENGLISH))
        .isEqualTo(
            "The quota of searchThings is used up for longer than usual; " + name() + " waits.");
    assertThat(alert.since()).isEqualTo(NOON);

    clock.advance(Duration.ofMinutes(31));
    quotaUses.called(request);
    assertThat(found("QUOTA_EXHAUSTED")).isEmpty();
  }
}
