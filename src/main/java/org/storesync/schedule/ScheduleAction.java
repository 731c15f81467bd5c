package org.storesync.schedule;

/** What a schedule does. */
public enum ScheduleAction {
  PREPARE,
  PROCESS,
  /** Each entity is processed as soon as it is prepared. */
  PREPARE_AND_PROCESS;

  public boolean prepares() {
    return this != PROCESS;
  }
}
