package org.storesync.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Optional;

/**
 * Times as people read them, in their language and zone: {@code #{time.ago(instant)}} near, {@code
 * #{time.full(instant)}} exact. The zone is the browser's. An absent time is an empty text.
 */
@Named("time")
@RequestScoped
public class TimeDisplay {

  /** Beyond this a date says more than a number of days. */
  private static final Duration NEAR = Duration.ofDays(7);

  @Inject private Clock clock;
  @Inject private Language language;
  @Inject private Texts texts;
  @Inject private BrowserChoices choices;

  /** The zone of the person at the browser; UTC until the browser has told it. */
  public ZoneId getZone() {
    return zone(choices.find("zone"));
  }

  /** The zone's name as the frame shows it, for example {@code Europe/Berlin}. */
  public String getZoneName() {
    ZoneId zone = getZone();
    return zone.equals(ZoneOffset.UTC)
        ? "UTC"
        : zone.getDisplayName(TextStyle.SHORT, language.getLocale()) + ", " + zone.getId();
  }

  /** How long ago, or in how long: "4 min ago", "in 3 h"; from a week on the date. */
  public String ago(Instant instant) {
    if (instant == null) {
      return "";
    }
    Duration since = Duration.between(instant, clock.instant());
    Duration distance = since.abs();
    if (distance.compareTo(NEAR) >= 0) {
      return date(instant);
    }
    if (distance.toSeconds() < 10) {
      return texts.of("web.time.now");
    }
    return texts.of(since.isNegative() ? "web.time.in" : "web.time.ago", span(distance));
  }

  /** Whether it is still to come. */
  public boolean isAhead(Instant instant) {
    return instant != null && instant.isAfter(clock.instant());
  }

  /** Date, time and zone. */
  public String full(Instant instant) {
    return instant == null
        ? ""
        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(language.getLocale())
                .format(instant.atZone(getZone()))
            + " "
            + DateTimeFormatter.ofPattern("zzz", language.getLocale())
                .format(instant.atZone(getZone()));
  }

  /** The date in the person's zone. */
  public String date(Instant instant) {
    return instant == null ? "" : day(LocalDate.ofInstant(instant, getZone()));
  }

  /** A date that has no zone, for example that of a document. */
  public String day(LocalDate date) {
    return date == null
        ? ""
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(language.getLocale())
            .format(date);
  }

  /** How long something took: "850 ms", "12 s", "4 min", "3 h 10 min". */
  public String span(Duration duration) {
    if (duration == null) {
      return "";
    }
    if (duration.toSeconds() < 1) {
      return texts.of("web.time.millis", duration.toMillis());
    }
    if (duration.toMinutes() < 1) {
      return texts.of("web.time.seconds", duration.toSeconds());
    }
    if (duration.toHours() < 1) {
      return texts.of("web.time.minutes", duration.toMinutes());
    }
    if (duration.toDays() < 1) {
      return texts.of("web.time.hours", duration.toHours(), duration.toMinutesPart());
    }
    return texts.of("web.time.days", duration.toDays());
  }

  /** For the attribute {@code datetime}. */
  public String machine(Instant instant) {
    return instant == null ? "" : instant.toString();
  }

  /**
   * @param told what the browser sent: the name of a zone, its slash perhaps encoded
   */
  static ZoneId zone(Optional<String> told) {
    try {
      return told.map(name -> ZoneId.of(name.replace("%2F", "/"))).orElse(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      // A browser may know a newer zone than this server, or somebody wrote the cookie by hand.
      return ZoneOffset.UTC;
    }
  }
}
