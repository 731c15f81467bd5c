package org.storesync.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storesync.api.RequestRefused;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/** Turns what programs send into drafts, and schedules into what programs read. */
@ApplicationScoped
public class ScheduleDefinitions {

  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;

  ScheduleAnswer answer(SyncSchedule schedule) {
    return new ScheduleAnswer(
        schedule.id(),
        definition(schedule.draft()),
        schedule.nextAt().orElse(null),
        schedule.failuresInARow(),
        schedule.stoppedBecause().orElse(null));
  }

  private ScheduleDefinition definition(ScheduleDraft draft) {
    ScheduleSelection selection = draft.selection();
    return new ScheduleDefinition(
        draft.name(),
        draft.active(),
        selection.action(),
        stores.find(selection.storeId()).map(Store::name).orElse(null),
        selection.storeEntityIds().stream()
            .flatMap(id -> storeEntities.find(id).stream())
            .map(StoreEntity::kind)
            .toList(),
        selection.mode(),
        selection.lastDays(),
        selection.from(),
        selection.to(),
        selection.rowLimit(),
        draft.rhythm(),
        draft.zone(),
        draft.startsOn(),
        draft.endsOn(),
        draft.windowFrom() == null ? null : draft.windowFrom().toString(),
        draft.windowTo() == null ? null : draft.windowTo().toString(),
        draft.stopAfter());
  }

  /**
   * The draft that is meant; what is left out is as a new schedule has it.
   *
   * @throws RequestRefused if it names a store, an entity or a time that is none
   */
  ScheduleDraft draft(ScheduleDefinition sent) {
    Map<String, String> problems = new LinkedHashMap<>();
    Optional<Store> store = Optional.ofNullable(sent.store()).flatMap(stores::findByName);
    List<Long> entities = store.map(found -> entities(sent, found, problems)).orElse(List.of());
    LocalTime from = time("windowFrom", sent.windowFrom(), problems);
    LocalTime to = time("windowTo", sent.windowTo(), problems);
    if (!problems.isEmpty()) {
      throw RequestRefused.badFields(problems);
    }
    return new ScheduleDraft(
        sent.name(),
        !Boolean.FALSE.equals(sent.active()),
        new ScheduleSelection(
            sent.action(),
            store.map(Store::id).orElse(null),
            entities,
            sent.mode(),
            sent.lastDays(),
            sent.from(),
            sent.to(),
            sent.rowLimit()),
        sent.rhythm(),
        sent.timeZone() == null ? "UTC" : sent.timeZone(),
        sent.startsOn(),
        sent.endsOn(),
        from,
        to,
        sent.stopAfter() == null ? ScheduleDraft.DEFAULT_STOP_AFTER : sent.stopAfter());
  }

  private List<Long> entities(ScheduleDefinition sent, Store store, Map<String, String> problems) {
    List<Long> found = new ArrayList<>();
    List<String> codes = sent.entities() == null ? List.of() : sent.entities();
    for (int place = 0; place < codes.size(); place++) {
      String field = "entities[" + place + "]";
      storeEntities
          .find(store.id(), codes.get(place))
          .map(StoreEntity::id)
          .ifPresentOrElse(found::add, () -> problems.put(field, "The store has no such entity."));
    }
    return found;
  }

  private static LocalTime time(String field, String text, Map<String, String> problems) {
    try {
      return text == null ? null : LocalTime.parse(text);
    } catch (DateTimeException noTime) {
      problems.put(field, "It must be a time of the day such as 08:00.");
      return null;
    }
  }
}
