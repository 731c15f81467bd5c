package org.storesync.alert;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.storesync.web.Language;
import org.storesync.web.PageMessages;

/** Page Alerts: what is wrong, what was, and the letters that did not arrive. */
@Named
@ViewScoped
public class AlertsPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int LATEST_ENDED = 20;
  private static final int LATEST_TROUBLED = 10;

  @Inject private Alerts alerts;
  @Inject private AlertDeliveries deliveries;
  @Inject private AlertDesk desk;
  @Inject private AlertWords words;
  @Inject private AlertSettings settings;
  @Inject private Language language;
  @Inject private PageMessages messages;
  @Inject private Clock clock;

  private List<AlertRow> standing = List.of();
  private List<AlertRow> ended = List.of();
  private List<DeliveryRow> troubled = List.of();

  @PostConstruct
  public void load() {
    standing = alerts.standing();
    ended = alerts.ended(LATEST_ENDED);
    troubled = deliveries.troubled(LATEST_TROUBLED);
  }

  public void acknowledge(AlertRow alert) {
    say(desk.acknowledge(alert.id()), "alert.acknowledged");
  }

  public void snooze(AlertRow alert, int hours) {
    say(desk.snooze(alert.id(), clock.instant().plus(Duration.ofHours(hours))), "alert.snoozed");
  }

  private void say(boolean done, String text) {
    if (done) {
      messages.toast(text);
    } else {
      messages.warn("alert.endedMeanwhile");
    }
    load();
  }

  public String what(AlertRow alert) {
    return words.what(alert, language.getLocale());
  }

  public String remedy(AlertRow alert) {
    return words.remedy(alert, language.getLocale());
  }

  public boolean isUrgent(AlertRow alert) {
    return words.isUrgent(alert);
  }

  public List<AlertRow> getStanding() {
    return standing;
  }

  public List<AlertRow> getEnded() {
    return ended;
  }

  public List<DeliveryRow> getTroubled() {
    return troubled;
  }

  /** Whether anybody is told who does not look at this page. */
  public boolean isTold() {
    return settings.mailServer().isPresent() || settings.webHook().isPresent();
  }
}
