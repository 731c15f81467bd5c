package org.storesync.schedule;

import java.util.Map;

/** How a deed on a schedule ended, unless somebody else was quicker. */
public sealed interface ScheduleChange {

  /** It is done. */
  record Done(long scheduleId, int revision) implements ScheduleChange {}

  /**
   * Nothing was changed.
   *
   * @param problems what to correct, a sentence by field of {@link ScheduleDraft}
   */
  record Refused(Map<String, String> problems) implements ScheduleChange {

    public Refused {
      problems = Map.copyOf(problems);
    }
  }
}
