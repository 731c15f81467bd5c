package org.storesync.schedule;

import static org.storesync.schedule.ScheduleAction.PREPARE;
import static org.storesync.schedule.ScheduleAction.PREPARE_AND_PROCESS;
import static org.storesync.schedule.ScheduleAction.PROCESS;

import java.util.List;
import java.util.Locale;
import org.storesync.kind.PrepareMode;
import org.storesync.platform.text.RoomTexts;

/** Schedules that suit a store of a size; a person looks at them and switches them on. */
public enum ScheduleTemplate {
  /** Up to some hundred orders a day: each entity is processed as soon as it is prepared. */
  SMALL_STORE(
      List.of(
          new Entry(
              "often", PREPARE_AND_PROCESS, PrepareMode.INCREMENTAL, null, "EVERY_MINUTES 15"),
          new Entry("retry", PROCESS, null, null, "HOURLY 5"),
          new Entry(
              "catchUp", PREPARE_AND_PROCESS, PrepareMode.INCREMENTAL_BY_DATE, 7, "DAILY 03:30"))),
  /** Thousands of orders a day: both stages by themselves, so that none waits for the other. */
  LARGE_STORE(
      List.of(
          new Entry("prepare", PREPARE, PrepareMode.INCREMENTAL, null, "EVERY_MINUTES 5"),
          new Entry("process", PROCESS, null, null, "EVERY_MINUTES 5"),
          new Entry("catchUp", PREPARE, PrepareMode.INCREMENTAL_BY_DATE, 3, "DAILY 03:30")));

  private static final RoomTexts TEXTS = RoomTexts.of(ScheduleTemplate.class);

  private final List<Entry> entries;

  ScheduleTemplate(List<Entry> entries) {
    this.entries = entries;
  }

  private record Entry(
      String name, ScheduleAction action, PrepareMode mode, Integer lastDays, String rhythm) {}

  /** The schedules for this store, inactive. */
  public List<ScheduleDraft> drafts(long storeId, String storeName, String zone, Locale language) {
    return entries.stream().map(entry -> draft(entry, storeId, storeName, zone, language)).toList();
  }

  private static ScheduleDraft draft(
      Entry entry, long storeId, String storeName, String zone, Locale language) {
    return new ScheduleDraft(
        TEXTS.text(language, "template.entry." + entry.name(), storeName),
        false,
        new ScheduleSelection(
            entry.action(), storeId, List.of(), entry.mode(), entry.lastDays(), null, null, null),
        entry.rhythm(),
        zone,
        null,
        null,
        null,
        null,
        ScheduleDraft.DEFAULT_STOP_AFTER);
  }
}
