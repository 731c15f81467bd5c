package org.storesync.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;

/**
 * A message as the template shows it.
 *
 * @param kind {@code info}, {@code warn} or {@code error}; icon and colour follow
 * @param text whole sentences
 */
public record PageMessage(String kind, String text) {

  static PageMessage of(FacesMessage message) {
    message.rendered();
    Severity severity = message.getSeverity();
    String kind =
        severity.compareTo(FacesMessage.SEVERITY_WARN) > 0
            ? "error"
            : severity.compareTo(FacesMessage.SEVERITY_INFO) > 0 ? "warn" : "info";
    return new PageMessage(kind, message.getSummary());
  }

  /** Whether a screen reader interrupts for it. */
  public boolean isUrgent() {
    return !kind.equals("info");
  }
}
