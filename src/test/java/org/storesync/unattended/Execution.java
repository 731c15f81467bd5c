package org.storesync.unattended;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One execution of a schedule.
 *
 * @param missed how many earlier ones it stands for
 */
record Execution(String schedule, Instant plannedFor, Instant firedAt, int missed)
    implements Comparable<Execution> {

  private static final Comparator<Execution> ORDER =
      Comparator.comparing(Execution::plannedFor).thenComparing(Execution::schedule);

  /**
   * What a schedule must have executed where the clock stood at these moments: whatever became due
   * from one to the next happened once, at the latest of its instants.
   */
  static List<Execution> expected(UnattendedSchedule schedule, List<Instant> moments) {
    List<Execution> expected = new ArrayList<>();
    for (int moment = 1; moment < moments.size(); moment++) {
      Instant fired = moments.get(moment);
      List<Instant> due = schedule.due().between(moments.get(moment - 1), fired);
      if (!due.isEmpty()) {
        expected.add(
            new Execution(schedule.name(), due.get(due.size() - 1), fired, due.size() - 1));
      }
    }
    return expected;
  }

  @Override
  public int compareTo(Execution other) {
    return ORDER.compare(this, other);
  }
}
