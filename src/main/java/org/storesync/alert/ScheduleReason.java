package org.storesync.alert;

import jakarta.inject.Inject;
import java.util.List;
import org.storesync.platform.text.LinkedText;
import org.storesync.schedule.ScheduleTrouble;
import org.storesync.schedule.SyncSchedules;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/** What failing schedules and stopped ones have in common. */
abstract class ScheduleReason implements AlertReason {

  @Inject private SyncSchedules schedules;
  @Inject private Stores stores;

  /** Whether this is about schedules that were switched off. */
  abstract boolean stopped();

  @Override
  public List<Concern> concerns() {
    return schedules.troubles().stream()
        .filter(trouble -> trouble.stopped() == stopped())
        .map(this::concern)
        .toList();
  }

  private Concern concern(ScheduleTrouble trouble) {
    return new Concern(
        Long.toString(trouble.scheduleId()),
        trouble.storeId(),
        trouble.since(),
        trouble.failuresInARow(),
        List.of(
            trouble.name(),
            stores.find(trouble.storeId()).map(Store::name).orElse(""),
            LinkedText.plain(trouble.reason())),
        PageLink.to("/schedules.xhtml", "schedule", trouble.scheduleId()));
  }
}
