package org.storesync.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a room that observes schedules would see. */
@ApplicationScoped
public class ScheduleEventsSeen {

  private final List<ScheduleStopped> stopped = new CopyOnWriteArrayList<>();
  private final List<ScheduleRunEnded> ended = new CopyOnWriteArrayList<>();

  void see(@Observes(during = TransactionPhase.AFTER_SUCCESS) ScheduleStopped event) {
    stopped.add(event);
  }

  void see(@Observes(during = TransactionPhase.AFTER_SUCCESS) ScheduleRunEnded event) {
    ended.add(event);
  }

  public List<ScheduleStopped> stopped(long scheduleId) {
    return stopped.stream().filter(event -> event.scheduleId() == scheduleId).toList();
  }

  public List<ScheduleRunEnded> ended(long scheduleId) {
    return ended.stream().filter(event -> event.scheduleId() == scheduleId).toList();
  }
}
