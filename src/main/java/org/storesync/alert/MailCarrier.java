package org.storesync.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.storesync.platform.text.RoomTexts;

/** Sends mails by SMTP. Refuses to work inside a transaction, like the door for HTTP. */
@ApplicationScoped
public class MailCarrier implements LetterCarrier {

  private static final Logger LOG = Logger.getLogger(MailCarrier.class.getName());
  private static final RoomTexts TEXTS = RoomTexts.of(MailCarrier.class);

  /** For the connection, and for each answer. */
  private static final String LONGEST_WAIT_MILLIS = "20000";

  @Inject AlertSettings settings;
  @Inject Clock clock;

  @Override
  public String channel() {
    return MailWriter.CHANNEL;
  }

  @Override
  @Transactional(TxType.NEVER)
  public void carry(long number, Letter letter) throws LetterRefused {
    MailServer server =
        settings
            .mailServer()
            .orElseThrow(() -> new LetterRefused(TEXTS.recorded("mail.notSetUp"), null));
    try {
      Session session = Session.getInstance(properties(server));
      MimeMessage message = message(session, server, number, letter);
      Transport transport = session.getTransport("smtp");
      try {
        transport.connect(
            server.host(),
            server.port(),
            server.user().orElse(null),
            server.password().orElse(null));
        transport.sendMessage(message, message.getAllRecipients());
      } finally {
        takeLeave(transport);
      }
    } catch (MessagingException refused) {
      throw new LetterRefused(
          TEXTS.recorded("mail.refused." + what(refused), server.host()), refused);
    }
  }

  /** What the server took is sent, however it takes leave: else it would be sent again. */
  private static void takeLeave(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException hungUp) {
      LOG.log(Level.FINE, "The mail server hung up without taking leave", hungUp);
    }
  }

  private static Properties properties(MailServer server) {
    Properties properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", LONGEST_WAIT_MILLIS);
    properties.put("mail.smtp.timeout", LONGEST_WAIT_MILLIS);
    properties.put("mail.smtp.writetimeout", LONGEST_WAIT_MILLIS);
    properties.put("mail.smtp.auth", server.user().isPresent());
    properties.put("mail.smtp.ssl.checkserveridentity", true);
    switch (server.tls()) {
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", true);
        properties.put("mail.smtp.starttls.required", true);
      }
      case IMPLICIT -> properties.put("mail.smtp.ssl.enable", true);
      case NONE -> {
        // Nothing protects it: the operator said so.
      }
    }
    return properties;
  }

  private MimeMessage message(Session session, MailServer server, long number, Letter letter)
      throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(server.from()));
    message.setRecipients(
        Message.RecipientType.TO, InternetAddress.parse(letter.recipient().orElseThrow()));
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setText(letter.body(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    // No answers by machines, and a letter that arrives twice can be told.
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-StoreSync-Letter", Long.toString(number));
    message.saveChanges();
    return message;
  }

  private static String what(MessagingException refused) {
    if (refused instanceof AuthenticationFailedException) {
      return "signIn";
    }
    return refused instanceof SendFailedException ? "address" : "connection";
  }
}
