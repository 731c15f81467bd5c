package org.storesync.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.platform.text.RoomTexts;
import org.storesync.store.Stores;

/** What is wrong with a schedule as it was entered, a sentence by field. */
@ApplicationScoped
public class ScheduleRules {

  public static final String RHYTHM = "rhythm";

  private static final RoomTexts TEXTS = RoomTexts.of(ScheduleRules.class);
  private static final int LONGEST_NAME = 100;
  private static final int LARGEST_LIMIT = 1_000_000;
  private static final int MOST_DAYS = 730;
  private static final int MOST_FAILURES = 1_000;

  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private Clock clock;

  /** Empty if it can be stored. */
  public Map<String, String> problems(ScheduleDraft draft, Locale language) {
    Problems found = new Problems(language);
    String name = draft.name() == null ? "" : draft.name().strip();
    found.unless("name", !name.isEmpty() && name.length() <= LONGEST_NAME, "name", LONGEST_NAME);
    found.unless(
        "stopAfter",
        draft.stopAfter() >= 1 && draft.stopAfter() <= MOST_FAILURES,
        "stopAfter",
        MOST_FAILURES);
    checkSelection(draft.selection(), found);
    checkTimetable(draft, found);
    return found.all;
  }

  private void checkSelection(ScheduleSelection selection, Problems found) {
    boolean storeThere =
        selection.storeId() != null && stores.find(selection.storeId()).isPresent();
    found.unless("store", storeThere, "store");
    found.unless("action", selection.action() != null, "action");
    if (storeThere) {
      Set<Long> offered = new HashSet<>();
      storeEntities.of(selection.storeId()).stream().map(StoreEntityRow::id).forEach(offered::add);
      found.unless("entities", offered.containsAll(selection.storeEntityIds()), "entities");
    }
    if (selection.action() == ScheduleAction.PROCESS) {
      Integer limit = selection.rowLimit();
      found.unless(
          "rowLimit",
          limit == null || limit >= 1 && limit <= LARGEST_LIMIT,
          "rowLimit",
          LARGEST_LIMIT);
    } else if (selection.action() != null) {
      checkPrepare(selection, found);
    }
  }

  private static void checkPrepare(ScheduleSelection selection, Problems found) {
    found.unless("mode", selection.mode() != null, "mode");
    Integer days = selection.lastDays();
    boolean bothEnds = selection.from() != null && selection.to() != null;
    found.unless("lastDays", days == null || days >= 1 && days <= MOST_DAYS, "lastDays", MOST_DAYS);
    found.unless(
        "range",
        selection.mode() != PrepareMode.INCREMENTAL_BY_DATE || days != null || bothEnds,
        "range.incomplete");
    found.unless("range", !bothEnds || selection.from().isBefore(selection.to()), "range.empty");
  }

  private void checkTimetable(ScheduleDraft draft, Problems found) {
    boolean oneEnd = (draft.windowFrom() == null) != (draft.windowTo() == null);
    found.unless("window", !oneEnd, "window");
    found.unless(
        "endsOn",
        draft.startsOn() == null
            || draft.endsOn() == null
            || !draft.endsOn().isBefore(draft.startsOn()),
        "endsOn");
    Optional<ZoneId> zone = zone(draft.zone());
    found.unless("zone", zone.isPresent(), "zone");
    Optional<Rhythm> rhythm = rhythm(draft, found);
    if (found.all.isEmpty()) {
      boolean everDue =
          timetable(draft, rhythm.orElseThrow(), zone.orElseThrow())
              .nextAfter(clock.instant())
              .isPresent();
      found.unless(RHYTHM, everDue || !draft.active(), "neverDue");
    }
  }

  private static Optional<Rhythm> rhythm(ScheduleDraft draft, Problems found) {
    try {
      return Optional.of(Rhythm.parse(draft.rhythm() == null ? "" : draft.rhythm()));
    } catch (RhythmRefused refused) {
      found.all.put(RHYTHM, refused.words(found.language));
      return Optional.empty();
    }
  }

  /** The timetable of a draft; absent while it is not complete. */
  public static Optional<Timetable> timetable(ScheduleDraft draft) {
    try {
      return zone(draft.zone()).map(zone -> timetable(draft, Rhythm.parse(draft.rhythm()), zone));
    } catch (RhythmRefused refused) {
      return Optional.empty();
    }
  }

  private static Timetable timetable(ScheduleDraft draft, Rhythm rhythm, ZoneId zone) {
    boolean windowGiven = draft.windowFrom() != null && draft.windowTo() != null;
    return new Timetable(
        rhythm,
        zone,
        Optional.ofNullable(draft.startsOn()),
        Optional.ofNullable(draft.endsOn()),
        windowGiven
            ? Optional.of(new DayWindow(draft.windowFrom(), draft.windowTo()))
            : Optional.empty());
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.ofNullable(name).map(ZoneId::of);
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /** Collects the first problem of each field. */
  private static final class Problems {
    private final Locale language;
    private final Map<String, String> all = new LinkedHashMap<>();

    private Problems(Locale language) {
      this.language = language;
    }

    private void unless(String field, boolean holds, String text, Object... arguments) {
      if (!holds) {
        all.putIfAbsent(field, TEXTS.text(language, "problem." + text, arguments));
      }
    }
  }
}
