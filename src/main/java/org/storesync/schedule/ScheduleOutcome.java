package org.storesync.schedule;

/** What came of an execution. */
public enum ScheduleOutcome {
  /** Its runs are queued, at work, or wait. */
  RUNNING,
  /**
   * Its runs could work through their selections, even if records failed; or there was nothing to
   * do, and it began none.
   */
  SUCCEEDED,
  /** It could not be started, or one of its runs failed. */
  FAILED,
  /** A person stopped one of its runs. */
  STOPPED,
  /** It was not started: the one before was still running, or it came too late. */
  PASSED_OVER
}
