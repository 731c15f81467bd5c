package org.storesync.alert;

/** How an alert stands; each has its text {@code alert.state.<name>}. */
public enum AlertState {
  OPEN,
  /** Somebody sees to it. */
  ACKNOWLEDGED,
  /** Nobody wants to hear of it for a while. */
  SNOOZED,
  /** Its reason is gone. */
  ENDED
}
