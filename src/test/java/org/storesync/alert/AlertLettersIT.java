package org.storesync.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.connector.Side;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.platform.http.SmallServer;
import org.storesync.platform.quota.Quota;
import org.storesync.platform.quota.QuotaRequest;
import org.storesync.platform.quota.QuotaUses;
import org.storesync.platform.time.TestClock;
import org.storesync.run.SignInRefusals;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/** Alerts as they are told: at a real mail server, and at a real web hook. */
@ArquillianTest
class AlertLettersIT {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SECRET = "secret-of-the-hook";

  @Inject private AlertTimer timer;
  @Inject private AlertWatch watch;
  @Inject private Alerts alerts;
  @Inject private AlertDeliveries deliveries;
  @Inject private TestAlertSettings settings;
  @Inject private ExtensionStores extensionStores;
  @Inject private Stores stores;
  @Inject private SignInRefusals refusals;
  @Inject private QuotaUses quotaUses;
  @Inject private TestClock clock;

  private ExtensionStore store;
  private GreenMail smtp;

  @BeforeEach
  void a_mail_server_and_a_store_whose_administrator_has_an_address() {
    clock.setTo(NOON);
    store = extensionStores.withFarBooks();
    store.sql(
        "update store set administrator_email = '" + address() + "' where id = " + store.id());
    smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    smtp.start();
    settings.tellByMail(smtp.getSmtp().getPort());
    // What other tests have left is told, and the next news may be told at once.
    watch.look();
    deliveries.write();
    lettersWaitUntil(NOON);
  }

  /** Else the timer of the server might tell the first of two before the second has happened. */
  private void lettersWaitUntil(Instant instant) {
    store.sql("delete from node_turn where name = '" + AlertDeliveries.TURN + "'");
    store.sql(
        "insert into node_turn (name, next_at) values ('"
            + AlertDeliveries.TURN
            + "', timestamp with time zone '"
            + instant.toString().replace("T", " ").replace("Z", "+00")
            + "')");
  }

  @AfterEach
  void nobody_is_told_any_more() {
    settings.tellNobody();
    stores.deactivate(store.id(), Locale.ENGLISH);
    watch.look();
    smtp.stop();
    clock.reset();
  }

  private String address() {
    return "store-" + store.id() + "@example.com";
  }

  private String name() {
    return stores.find(store.id()).map(Store::name).orElseThrow();
  }

  private void refuseSignIn() {
    refusals.note(store.id(), Side.MARKETPLACE, "The bazaar knows you no more.");
    watch.look();
  }

  private void exhaustQuota() {
    QuotaRequest request =
        new QuotaRequest(new Quota("account-" + store.id(), "searchThings", 1, 1), name(), true);
    quotaUses.called(request);
    quotaUses.waits(request, clock.instant().plus(Duration.ofHours(3)));
    watch.look();
  }

  private List<MimeMessage> mails() {
    return Arrays.stream(smtp.getReceivedMessages()).filter(this::isOurs).toList();
  }

  private boolean isOurs(MimeMessage mail) {
    try {
      return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address());
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private MimeMessage awaitMail(int number) {
    Awaitility.await("mail " + number)
        .atMost(PATIENCE)
        .until(
            () -> {
              timer.work();
              return mails().size() >= number && sent() >= number;
            });
    assertThat(mails()).hasSize(number);
    return mails().get(number - 1);
  }

  private long letters() {
    return letters("recipient = '" + address() + "'");
  }

  /** Letters whose sending is written down. */
  private long sent() {
    return letters("sent_at is not null and recipient = '" + address() + "'");
  }

  private long letters(String condition) {
    return store.number("select count(*) from alert_delivery where " + condition);
  }

  @Test
  void one_mail_tells_everything_and_nothing_is_told_twice() throws Exception {
    lettersWaitUntil(NOON.plus(Duration.ofMinutes(10)));
    refuseSignIn();
    exhaustQuota();
    clock.advance(Duration.ofMinutes(10));

    MimeMessage mail = awaitMail(1);

    assertThat(mail.getSubject()).startsWith("StoreSync: ").contains("(and one more)");
    String body = mail.getContent().toString();
    assertThat(body)
        .contains(name() + " is no longer let in. The bazaar knows you no more.")
        .contains("Since 2026-11-24 12:00 UTC")
        .contains("What to do: Authorize the store again")
        .contains("https://storesync.example.com/stores.xhtml?store=")
        .contains("The quota of searchThings is used up")
        .contains("All alerts: https://storesync.example.com/alerts.xhtml");
    clock.advance(Duration.ofHours(1));
    timer.work();
    timer.work();
    assertThat(mails()).hasSize(1);
  }

  @Test
  void what_happens_within_the_interval_is_collected_for_the_next_mail() throws Exception {
    refuseSignIn();
    awaitMail(1);
    exhaustQuota();
    timer.work();
    assertThat(letters()).isEqualTo(1);

    clock.advance(Duration.ofMinutes(15));

    assertThat(awaitMail(2).getContent().toString())
        .contains("The quota of searchThings")
        .doesNotContain("no longer let in");
  }

  @Test
  void who_was_told_hears_that_it_is_over() throws Exception {
    refuseSignIn();
    awaitMail(1);
    refusals.noteSuccess(store.id(), Side.MARKETPLACE);
    watch.look();
    clock.advance(Duration.ofMinutes(15));

    MimeMessage mail = awaitMail(2);

    assertThat(mail.getSubject()).isEqualTo("StoreSync: an alert has ended");
    assertThat(mail.getContent().toString()).contains("Ended by themselves:", "no longer let in");
  }

  @Test
  void what_is_acknowledged_or_snoozed_is_not_told_and_a_snoozed_one_is_told_later()
      throws Exception {
    lettersWaitUntil(NOON.plus(Duration.ofMinutes(10)));
    refuseSignIn();
    long refused = standing("SIGN_IN_REFUSED");
    alerts.snooze(refused, NOON.plus(Duration.ofHours(1)), "olga");
    exhaustQuota();
    alerts.acknowledge(standing("QUOTA_EXHAUSTED"), "olga");
    clock.advance(Duration.ofMinutes(10));
    timer.work();
    assertThat(letters()).isZero();

    clock.advance(Duration.ofMinutes(50));

    assertThat(awaitMail(1).getContent().toString())
        .contains("no longer let in")
        .doesNotContain("searchThings");
  }

  private long standing(String reason) {
    return alerts.standing().stream()
        .filter(alert -> alert.reason().equals(reason))
        .filter(alert -> Long.valueOf(store.id()).equals(alert.storeId()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void a_mail_that_can_not_be_sent_is_tried_again_and_given_up_after_a_day() {
    smtp.stop();
    refuseSignIn();
    awaitTries(1);
    assertThat(problem().lastProblem()).contains("could not be reached");
    assertThat(problem().nextTryAt()).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
    timer.work();
    assertThat(problem().tries()).as("not before its time").isEqualTo(1);
    clock.advance(Duration.ofMinutes(1));
    awaitTries(2);
    assertThat(problem().nextTryAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(2)));

    clock.advance(Duration.ofDays(1));
    awaitTries(3);
    assertThat(problem().givenUpAt()).isEqualTo(clock.instant());
    assertThat(problem().nextTryAt()).isNull();
  }

  private void awaitTries(int number) {
    Awaitility.await("try " + number)
        .atMost(PATIENCE)
        .until(
            () -> {
              timer.work();
              return ours()
                  .filter(letter -> letter.tries() == number)
                  .filter(letter -> letter.lastProblem() != null)
                  .filter(letter -> !isBeingTried(letter))
                  .isPresent();
            });
  }

  private boolean isBeingTried(DeliveryRow letter) {
    Instant next = letter.nextTryAt();
    return next != null
        && (!next.isAfter(clock.instant())
            || next.equals(clock.instant().plus(AlertDelivery.ONE_TRY)));
  }

  private Optional<DeliveryRow> ours() {
    return deliveries.troubled(100).stream()
        .filter(letter -> address().equals(letter.recipient()))
        .findFirst();
  }

  private DeliveryRow problem() {
    return ours().orElseThrow();
  }

  @Test
  void a_web_hook_gets_signed_news_and_is_called_again_when_it_fails() throws Exception {
    settings.tellNobody();
    try (SmallServer hook = new SmallServer()) {
      hook.next(SmallServer.reply(500, "{}"));
      settings.tellWebHook(hook.address() + "/hook?key=abc", SECRET);
      refuseSignIn();
      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () -> {
                timer.work();
                return failed() == 1;
              });
      clock.advance(Duration.ofMinutes(1));
      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () -> {
                timer.work();
                return hook.asked().size() >= 2;
              });

      SmallServer.Asked first = hook.asked().get(0);
      SmallServer.Asked again = hook.asked().get(1);
      assertThat(again.method()).isEqualTo("POST");
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(again.header("X-storesync-letter")).isEqualTo(first.header("X-storesync-letter"));
      String timestamp = again.header("X-storesync-timestamp");
      assertThat(timestamp).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
      assertThat(again.header("X-storesync-signature"))
          .isEqualTo("sha256=" + hmac(timestamp + "." + again.body()))
          .isNotEqualTo(first.header("X-storesync-signature"));
      assertThat(ours(again.body()).getString("message"))
          .isEqualTo(name() + " is no longer let in. The bazaar knows you no more.");
      assertThat(ours(again.body()).getString("state")).isEqualTo("OPEN");
    }
  }

  /** Calls of the web hook whose failure is written down. */
  private long failed() {
    return letters(
        "last_problem is not null and sent_at is null and given_up_at is null"
            + " and channel = 'WEB_HOOK'");
  }

  private JsonObject ours(String body) {
    return Json.createReader(new StringReader(body)).readObject().getJsonArray("alerts").stream()
        .map(alert -> alert.asJsonObject())
        .filter(alert -> alert.getString("store", "").equals(name()))
        .findFirst()
        .orElseThrow();
  }

  private static String hmac(String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
