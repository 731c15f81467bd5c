package org.storesync.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.storesync.platform.text.RoomTexts;
import org.storesync.store.Store;
import org.storesync.store.StoreSummary;
import org.storesync.store.Stores;

/**
 * Writes digests as mails: one to the address for all stores, and one to each administrator about
 * the stores that are theirs. Nobody gets two.
 */
@ApplicationScoped
public class MailWriter implements LetterWriter {

  static final String CHANNEL = "MAIL";

  private static final RoomTexts TEXTS = RoomTexts.of(MailWriter.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");
  private static final int LONGEST_SUBJECT = 200;

  @Inject private AlertSettings settings;
  @Inject private AlertWords words;
  @Inject private Stores stores;

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public boolean isSetUp() {
    return settings.mailServer().isPresent();
  }

  @Override
  public List<Letter> letters(AlertNews news) {
    Map<String, AlertNews> byRecipient = new LinkedHashMap<>();
    administrators()
        .forEach(
            (address, theirs) ->
                byRecipient.put(
                    address,
                    news.only(
                        alert -> alert.storeId() != null && theirs.contains(alert.storeId()))));
    settings.alertEmail().ifPresent(address -> byRecipient.put(address, news));
    List<Letter> letters = new ArrayList<>();
    byRecipient.forEach(
        (address, theirs) -> {
          if (!theirs.isEmpty()) {
            letters.add(letter(address, theirs));
          }
        });
    return letters;
  }

  private Map<String, List<Long>> administrators() {
    Map<String, List<Long>> storesOf = new LinkedHashMap<>();
    for (StoreSummary store : stores.all()) {
      stores
          .find(store.id())
          .flatMap(Store::administratorEmail)
          .ifPresent(
              address ->
                  storesOf.computeIfAbsent(address, key -> new ArrayList<>()).add(store.id()));
    }
    return storesOf;
  }

  private Letter letter(String address, AlertNews news) {
    return new Letter(Optional.of(address), subject(news), body(news));
  }

  private String subject(AlertNews news) {
    Locale language = settings.language();
    String subject =
        news.opened().isEmpty()
            ? TEXTS.text(language, "mail.subject.ended", news.ended().size())
            : TEXTS.text(
                language,
                "mail.subject",
                words.what(news.opened().get(0), language),
                news.opened().size() - 1);
    String line = subject.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
  }

  private String body(AlertNews news) {
    Locale language = settings.language();
    StringBuilder body = new StringBuilder();
    for (AlertRow alert : news.opened()) {
      body.append(words.what(alert, language))
          .append('\n')
          .append(TEXTS.text(language, "mail.since", time(alert.since())))
          .append('\n')
          .append(TEXTS.text(language, "mail.remedy", words.remedy(alert, language)))
          .append('\n')
          .append(settings.link(alert.address()))
          .append("\n\n");
    }
    if (!news.ended().isEmpty()) {
      body.append(TEXTS.text(language, "mail.ended")).append('\n');
      for (AlertRow alert : news.ended()) {
        body.append("- ")
            .append(words.what(alert, language))
            .append(' ')
            .append(TEXTS.text(language, "mail.endedAt", time(alert.endedAt())))
            .append('\n');
      }
      body.append('\n');
    }
    return body.append(TEXTS.text(language, "mail.all", settings.link("/alerts.xhtml")))
        .append('\n')
        .toString();
  }

  private static String time(Instant instant) {
    return TIME.format(instant.atOffset(ZoneOffset.UTC));
  }
}
