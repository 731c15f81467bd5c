package org.storesync.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Alerts in sentences. */
@ApplicationScoped
public class AlertWords {

  @Inject private AlertReasons reasons;

  /** What happened, to what, and how much of it. */
  public String what(AlertRow alert, Locale language) {
    return reasons
        .find(alert.reason())
        .map(reason -> text(reason, "", alert, language))
        .orElse(alert.reason());
  }

  /** What to do. */
  public String remedy(AlertRow alert, Locale language) {
    return reasons
        .find(alert.reason())
        .map(reason -> text(reason, ".remedy", alert, language))
        .orElse("");
  }

  /** Whether nothing goes on without a person. */
  public boolean isUrgent(AlertRow alert) {
    return reasons.find(alert.reason()).filter(AlertReason::urgent).isPresent();
  }

  private static String text(AlertReason reason, String part, AlertRow alert, Locale language) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(alert.affected());
    arguments.addAll(reason.spoken(alert.details(), language));
    return reason.texts().text(language, "reason." + reason.code() + part, arguments.toArray());
  }
}
