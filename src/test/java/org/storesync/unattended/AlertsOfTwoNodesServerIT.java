package org.storesync.unattended;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.storesync.server.ExtendedWar;
import org.storesync.server.ServerSettings;
import org.storesync.server.TestPostgresql;
import org.storesync.server.TestQueries;
import org.storesync.unattended.clock.ClockHand;
import org.storesync.unattended.clock.MovedClock;

/**
 * Everything that people are alerted of is really caused at the marketplace, and put right again.
 * Two nodes look and write: each letter arrives once, through an encrypted door of the mail server.
 */
@Tag("servers")
class AlertsOfTwoNodesServerIT {

  private static final Instant START = Instant.parse("2027-05-10T00:30:00Z");
  private static final String STORE = "api/stores/Demo%20Store";
  private static final String UNDER_WAY =
      "select count(*) from alert_delivery where next_try_at is not null";
  private static final String TO_PREPARE =
      """
      {"name": "Quarters", "store": "Demo Store", "active": %s, "action": "PREPARE",
       "mode": "INCREMENTAL", "rhythm": "EVERY_MINUTES 15", "stopAfter": 3}
      """;

  private TestPostgresql postgresql;
  private TestQueries queries;
  private GreenMail mails;
  private TlsDoor startTls;
  private TlsDoor encrypted;
  private MarketplaceOfDays marketplace;
  private TwoNodes nodes;
  private ClockHand hand;
  private Instant now = START;

  @BeforeEach
  void two_nodes_with_a_mail_server() {
    postgresql = TestPostgresql.start();
    mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();
    ServerSettings database = postgresql.newDatabase("alerts");
    queries = new TestQueries(database, Patience.LIMIT);
    ServerSettings settings =
        ServerSettings.demo("alerts")
            .with(database)
            .withNewSecretKey()
            .with("storesync.http.insecure.allowed", "true")
            .with("storesync.alert.email", "people@example.com")
            .with("storesync.smtp.host", "127.0.0.1");
    Path clockFile = settings.home().resolve("clock");
    hand = new ClockHand(clockFile, START);
    Path keys = TlsDoor.newKeys(settings.home());
    int port = mails.getSmtp().getPort();
    startTls = new TlsDoor(keys, true, port);
    encrypted = new TlsDoor(keys, false, port);
    marketplace = new MarketplaceOfDays(MovedClock.in(clockFile), account(true, 1_000_000));
    ServerSettings trusting =
        settings
            .with(MovedClock.FILE, clockFile.toString())
            .with("javax.net.ssl.trustStore", keys.toString())
            .with("javax.net.ssl.trustStorePassword", TlsDoor.PASSWORD);
    nodes =
        new TwoNodes(
            "alerts",
            ExtendedWar.write("alerts", MovedClock.class),
            node ->
                node.equals("one")
                    ? mailing(trusting, "STARTTLS", startTls)
                    : mailing(trusting, "IMPLICIT", encrypted));
    nodes.user().change(STORE, marketplace.connection(""));
  }

  private static ServerSettings mailing(ServerSettings settings, String tls, TlsDoor door) {
    return settings
        .with("storesync.smtp.tls", tls)
        .with("storesync.smtp.port", Integer.toString(door.port()));
  }

  /**
   * Six weeks of orders, some of them with a line that nobody knows.
   *
   * @param ended whether none comes after the start
   */
  private static String account(boolean ended, double quotaFactor) {
    return """
    {"mode": "generated", "start": "%s", "days": 45, "ordersPerDay": 60, "badShare": 0.01,
     "steady": %s, "quotaFactor": %s}
    """
        .formatted(START, ended, quotaFactor);
  }

  @AfterEach
  void close() {
    nodes.close();
    marketplace.close();
    startTls.close();
    encrypted.close();
    mails.stop();
    postgresql.close();
  }

  @Test
  void each_reason_is_told_when_it_is_there_and_by_one_letter_only() {
    nodes.user().prepareAll();
    awaitRuns();
    nodes.user().processAll();
    awaitRuns();
    assertAlerts();

    // Records are aborted.
    for (int attempt = 2; attempt <= 5; attempt++) {
      nodes.user().processAll();
      awaitRuns();
    }
    assertAlerts("RECORDS_ABORTED");
    nodes
        .user()
        .post(
            "api/sync-records/actions",
            "{\"action\": \"SKIP\", \"ids\": %s}"
                .formatted(queries.texts("select id from sync_record where status = 'ABORTED'")));
    awaitRuns();
    assertAlerts();

    // Amazon no longer lets the store in.
    nodes.user().post("api/schedules", TO_PREPARE.formatted(true));
    nodes.user().change(STORE, "{\"refreshToken\": \"Atzr|nobody\"}");
    passQuarter();
    assertAlerts("SCHEDULE_FAILING", "SIGN_IN_REFUSED");
    passQuarter();
    assertAlerts("SCHEDULE_STOPPED", "SIGN_IN_REFUSED");
    nodes.user().change(STORE, marketplace.connection(""));
    switchSchedule(true);
    passQuarter();
    assertAlerts();

    // Amazon is down.
    marketplace.fail();
    passUntil("select count(*) from system_outage");
    assertAlerts();
    passQuarter();
    passQuarter();
    assertAlerts("SYSTEM_DOWN");
    marketplace.recover();
    passUntil("select count(*) where not exists (select 1 from system_outage)");
    assertAlerts();

    // No orders come any more.
    moveOn(Duration.ofDays(2));
    awaitSchedules();
    assertAlerts("STORE_SILENT");
    marketplace.declare(account(false, 1_000_000));
    moveOn(Duration.ofHours(12));
    awaitSchedules();
    assertAlerts();

    // The account gives one call in half an hour, after two.
    switchSchedule(false);
    marketplace.declare(account(false, 0.1));
    // Which node took the turns so far is left to chance: now the other one has to.
    nodes.lose(startTls.passed() > 0 ? "one" : "two");
    nodes.user().prepareAll();
    awaitRuns();
    assertAlerts("QUOTA_EXHAUSTED");

    assertEachLetterArrivedOnce();
  }

  private void switchSchedule(boolean on) {
    nodes
        .user()
        .change(
            "api/schedules/" + queries.number("select id from sync_schedule"),
            TO_PREPARE.formatted(on));
  }

  /**
   * Between two letters. A node that carries one counts on having that done within five minutes of
   * this clock: for one that is under way they would pass at once, and the other node take it too.
   */
  private void moveOn(Duration duration) {
    now = now.plus(duration);
    Awaitility.await("that no letter is under way")
        .atMost(Patience.LIMIT)
        .pollDelay(Duration.ZERO)
        .until(this::movedBetweenLetters);
  }

  /** Holds what a node locks before it asks the clock how long it may carry a letter. */
  private boolean movedBetweenLetters() throws SQLException {
    try (Connection connection = queries.connection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table alert_delivery in exclusive mode");
      boolean between = queries.number(UNDER_WAY) == 0;
      if (between) {
        hand.moveTo(now);
      }
      connection.rollback();
      return between;
    }
  }

  /** Until no run is due: all have ended, or wait. */
  private void awaitRuns() {
    queries.awaitAtLeast(
        1,
        "select count(*) where not exists (select 1 from run where state in ('QUEUED', 'RUNNING')"
            + " and due_at <= "
            + sql()
            + ")");
  }

  private void awaitSchedules() {
    queries.awaitAtLeast(
        1,
        "select count(*) where not exists (select 1 from sync_schedule where next_at <= "
            + sql()
            + ")");
    awaitRuns();
    queries.awaitAtLeast(
        1,
        "select count(*) where not exists (select 1 from schedule_run e where outcome = 'RUNNING'"
            + " and not exists (select 1 from run where state in ('QUEUED', 'RUNNING')))");
  }

  private String sql() {
    return "timestamp with time zone '" + now + "'";
  }

  private void passQuarter() {
    moveOn(Duration.ofMinutes(15));
    awaitSchedules();
  }

  private void passUntil(String condition) {
    while (queries.number(condition) == 0) {
      moveOn(Duration.ofMinutes(5));
      awaitSchedules();
    }
  }

  /** What is alerted of now, and that it was told. */
  private void assertAlerts(String... reasons) {
    moveOn(Duration.ofMinutes(1));
    awaitLook();
    Awaitility.await()
        .atMost(Patience.LIMIT)
        .untilAsserted(() -> assertThat(standing()).containsExactly(reasons));
    // Letters to the same people are a quarter of an hour apart.
    moveOn(Duration.ofMinutes(15));
    awaitLook();
    queries.awaitAtLeast(
        1,
        "select count(*) where not exists (select 1 from alert where reported_at is null or"
            + " ended_at is not null and end_reported_at is null) and not exists (select 1 from"
            + " alert_delivery where sent_at is null)");
    assertThat(standing()).containsExactly(reasons);
  }

  private List<String> standing() {
    return queries.texts("select distinct reason from alert where ended_at is null order by 1");
  }

  private void awaitLook() {
    queries.awaitAtLeast(
        1, "select count(*) from node_turn where name = 'alerts' and next_at > " + sql());
    awaitSchedules();
  }

  private void assertEachLetterArrivedOnce() {
    List<String> numbers =
        Arrays.stream(mails.getReceivedMessages()).map(AlertsOfTwoNodesServerIT::number).toList();
    assertThat(numbers)
        .as("letters that arrived")
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(queries.texts("select id from alert_delivery"));
    for (String said :
        List.of(
            "failed for the last time",
            "is no longer let in",
            "The schedule “Quarters” of Demo Store failed",
            "is switched off",
            "does not answer",
            "The quota of searchOrders is used up")) {
      assertThat(mails.getReceivedMessages())
          .filteredOn(mail -> opened(mail).contains(said))
          .as(said)
          .hasSize(1);
    }
    assertThat(startTls.passed()).as("connections encrypted after STARTTLS").isPositive();
    assertThat(encrypted.passed()).as("connections encrypted from the start").isPositive();
  }

  private static String number(MimeMessage mail) {
    try {
      return mail.getHeader("X-StoreSync-Letter")[0];
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a letter tells for the first time, without what has ended. */
  private static String opened(MimeMessage mail) {
    try {
      return mail.getContent().toString().replaceFirst("(?s)Ended by themselves:.*", "");
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
