package org.storesync.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mails at a real SMTP server. */
class MailCarrierTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Letter LETTER =
      new Letter(Optional.of("ops@example.com"), "StoreSync: Aufträge fehlen", "Für Sie.\n");

  private GreenMail smtp;

  @AfterEach
  void stop() {
    if (smtp != null) {
      smtp.stop();
    }
  }

  private int start(String protocol) {
    smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    smtp.start();
    return protocol.equals(ServerSetup.PROTOCOL_SMTP)
        ? smtp.getSmtp().getPort()
        : smtp.getSmtps().getPort();
  }

  private static MailCarrier carrier(
      int port, MailServer.Tls tls, Optional<String> user, Optional<String> password) {
    MailCarrier carrier = new MailCarrier();
    carrier.clock = Clock.fixed(NOON, ZoneOffset.UTC);
    carrier.settings =
        new AlertSettings() {
          @Override
          public Optional<MailServer> mailServer() {
            return Optional.of(
                new MailServer("127.0.0.1", port, tls, user, password, "storesync@example.com"));
          }
        };
    return carrier;
  }

  private static MailCarrier open(int port) {
    return carrier(port, MailServer.Tls.NONE, Optional.empty(), Optional.empty());
  }

  @Test
  void a_mail_arrives_as_it_was_written() throws Exception {
    open(start(ServerSetup.PROTOCOL_SMTP)).carry(7, LETTER);

    MimeMessage mail = smtp.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("StoreSync: Aufträge fehlen");
    assertThat(mail.getContent().toString().strip()).isEqualTo("Für Sie.");
    assertThat(GreenMailUtil.getAddressList(mail.getFrom())).isEqualTo("storesync@example.com");
    assertThat(GreenMailUtil.getAddressList(mail.getAllRecipients())).isEqualTo("ops@example.com");
    assertThat(mail.getSentDate()).isEqualTo(NOON);
    assertThat(mail.getHeader("X-StoreSync-Letter")).containsExactly("7");
  }

  @Test
  void it_signs_in_where_a_user_is_set_and_a_wrong_password_is_told_without_it() throws Exception {
    int port = start(ServerSetup.PROTOCOL_SMTP);
    smtp.setUser("mailer", "right-password");

    carrier(port, MailServer.Tls.NONE, Optional.of("mailer"), Optional.of("right-password"))
        .carry(1, LETTER);
    assertThat(smtp.getReceivedMessages()).hasSize(1);
    assertThatThrownBy(
            () ->
                carrier(
                        port,
                        MailServer.Tls.NONE,
                        Optional.of("mailer"),
                        Optional.of("wrong-password"))
                    .carry(2, LETTER))
        .isInstanceOf(LetterRefused.class)
        .hasMessageContaining("STORESYNC_SMTP_PASSWORD")
        .hasMessageNotContaining("wrong-password");
    assertThat(smtp.getReceivedMessages()).hasSize(1);
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_not_believed() {
    int port = start(ServerSetup.PROTOCOL_SMTPS);

    assertThatThrownBy(
            () ->
                carrier(port, MailServer.Tls.IMPLICIT, Optional.empty(), Optional.empty())
                    .carry(1, LETTER))
        .isInstanceOf(LetterRefused.class)
        .hasMessageContaining("STORESYNC_SMTP_TLS");
    assertThat(smtp.getReceivedMessages()).isEmpty();
  }

  @Test
  void where_encryption_is_asked_for_nothing_is_said_in_the_clear() {
    int port = start(ServerSetup.PROTOCOL_SMTP);

    assertThatThrownBy(
            () ->
                carrier(port, MailServer.Tls.STARTTLS, Optional.empty(), Optional.empty())
                    .carry(1, LETTER))
        .isInstanceOf(LetterRefused.class);
    assertThat(smtp.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_mail_that_the_server_took_is_sent_even_if_the_server_then_hangs_up() throws Exception {
    try (HastyMailServer server = new HastyMailServer()) {
      open(server.port()).carry(7, LETTER);

      assertThat(server.letter()).contains("X-StoreSync-Letter: 7");
    }
  }

  @Test
  void a_server_that_is_not_there_is_told() {
    int port = start(ServerSetup.PROTOCOL_SMTP);
    smtp.stop();

    assertThatThrownBy(() -> open(port).carry(1, LETTER))
        .isInstanceOf(LetterRefused.class)
        .hasMessageContaining("127.0.0.1 could not be reached");
  }
}
