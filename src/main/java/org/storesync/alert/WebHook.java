package org.storesync.alert;

/** An address that is told of alerts, and what proves that it is us. It prints neither. */
public record WebHook(String url, String secret) {

  @Override
  public String toString() {
    return "WebHook";
  }
}
