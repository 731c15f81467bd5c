package org.storesync.schedule;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.storesync.connector.ConnectorFailure;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.platform.text.RoomTexts;
import org.storesync.prepare.PreparePlanner;
import org.storesync.prepare.PrepareRefused;
import org.storesync.prepare.PrepareRequest;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/** Plans what an execution begins. No transaction: sources are asked for their limits. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SchedulePlanner {

  private static final RoomTexts TEXTS = RoomTexts.of(SchedulePlanner.class);

  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private PreparePlanner preparePlanner;
  @Inject private Clock clock;

  public PlannedWork plan(SyncSchedule schedule) {
    Store store = stores.find(schedule.storeId()).orElseThrow();
    if (!store.active()) {
      return new PlannedWork.Refused(TEXTS.recorded("inactiveStore", store.name()));
    }
    ScheduleSelection selection = schedule.selection();
    return selection.action().prepares()
        ? planPrepare(schedule, store)
        : new PlannedWork.Process(selection.storeEntityIds());
  }

  private PlannedWork planPrepare(SyncSchedule schedule, Store store) {
    ScheduleSelection selection = schedule.selection();
    List<Long> chosen = entities(selection);
    if (chosen.isEmpty()) {
      return new PlannedWork.Refused(TEXTS.recorded("noEntity", store.name()));
    }
    PrepareRequest request =
        new PrepareRequest(
            store.id(),
            chosen,
            selection.mode(),
            selection.rangeAt(clock.instant()),
            selection.action() == ScheduleAction.PREPARE_AND_PROCESS);
    try {
      return new PlannedWork.Prepare(
          preparePlanner.plan(
              request, schedule.starter(), RoomTexts.RECORDED, schedule.timetable().zone()));
    } catch (PrepareRefused | ConnectorFailure refused) {
      return new PlannedWork.Refused(refused.getMessage());
    }
  }

  private List<Long> entities(ScheduleSelection selection) {
    return selection.storeEntityIds().isEmpty()
        ? storeEntities.of(selection.storeId()).stream()
            .filter(StoreEntityRow::active)
            .map(StoreEntityRow::id)
            .toList()
        : selection.storeEntityIds();
  }
}
