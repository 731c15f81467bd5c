package org.storesync.alert;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The strip on every page that says how many urgent alerts nobody sees to yet. */
@Named
@RequestScoped
public class AlertStripPage {

  @Inject private Alerts alerts;
  @Inject private AlertWords words;

  private long urgent;

  @PostConstruct
  void count() {
    urgent = alerts.open().stream().filter(words::isUrgent).count();
  }

  public long getUrgent() {
    return urgent;
  }
}
