package org.storesync.run;

/** How far a run is. */
public enum RunState {
  QUEUED,
  RUNNING,
  /** It could work through its selection, even if records failed. */
  SUCCEEDED,
  /** It could not work: no sign-in, source down. */
  FAILED,
  /** A person stopped it; what it had stored stays. */
  STOPPED;

  public boolean active() {
    return this == QUEUED || this == RUNNING;
  }
}
