package org.storesync.schedule;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.platform.table.TableRequest;
import org.storesync.platform.table.TableSource;
import org.storesync.store.StoreSummary;
import org.storesync.store.Stores;
import org.storesync.web.Language;
import org.storesync.web.LazyTable;
import org.storesync.web.PageMessages;
import org.storesync.web.TimeDisplay;

/**
 * One schedule on the page Schedules: {@code ?schedule=ID} shows it with its history, {@code
 * ?new=true} an empty form, or one with the selection of another page.
 */
@Named
@ViewScoped
public class SchedulePage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN_EXECUTIONS = 5;

  @Inject private SyncSchedules schedules;
  @Inject private ScheduleRuns executions;
  @Inject private ScheduleDesk desk;
  @Inject private ScheduleRules rules;
  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private Language language;
  @Inject private PageMessages messages;
  @Inject private TimeDisplay time;
  @Inject private Clock clock;

  private String askedFor = "";
  private boolean creating;
  private ScheduleRow schedule;
  private int revision;
  private ScheduleEntry entry = new ScheduleEntry();
  private List<StoreSummary> offeredStores = List.of();
  private List<StoreEntityRow> offeredEntities = List.of();
  private List<String> nextTimes = List.of();
  private String rhythmWords = "";
  private Map<String, String> problems = Map.of();
  private boolean changedMeanwhile;
  private LazyTable<ScheduleRunRow> history;

  @PostConstruct
  void load() {
    askedFor = parameter("schedule").orElse("");
    creating = Boolean.parseBoolean(Faces.getRequestParameter("new"));
    offeredStores = stores.all();
    history = new LazyTable<>(new History(), ScheduleRunRow::id);
    if (creating) {
      begin();
    } else {
      find().ifPresent(this::show);
    }
  }

  private static Optional<String> parameter(String name) {
    return Optional.ofNullable(Faces.getRequestParameter(name)).filter(value -> !value.isBlank());
  }

  private Optional<SyncSchedule> find() {
    return askedFor.matches("\\d{1,15}")
        ? schedules.find(Long.parseLong(askedFor))
        : Optional.empty();
  }

  private void show(SyncSchedule found) {
    schedule = schedules.row(found.id(), language.getLocale()).orElseThrow();
    revision = found.revision();
    entry = ScheduleEntry.of(found.draft());
    storeChosen();
    preview();
  }

  /** An empty form, with what the page that led here had selected. */
  private void begin() {
    entry.setZone(time.getZone().getId());
    entry.setStoreId(
        offeredStores.stream()
            .filter(store -> store.name().equals(Faces.getRequestParameter("store")))
            .findFirst()
            .or(() -> offeredStores.stream().findFirst())
            .map(StoreSummary::id)
            .orElse(null));
    storeChosen();
    List<String> wanted =
        parameter("entity").map(codes -> List.of(codes.split(","))).orElse(List.of());
    entry.setStoreEntityIds(
        offeredEntities.stream()
            .filter(entity -> wanted.contains(entity.kind()))
            .map(StoreEntityRow::id)
            .toArray(Long[]::new));
    named(ScheduleAction.values(), "action").ifPresent(entry::setAction);
    named(PrepareMode.values(), "mode").ifPresent(entry::setMode);
    parameter("limit")
        .filter(limit -> limit.matches("\\d{1,7}"))
        .map(Integer::valueOf)
        .ifPresent(entry::setRowLimit);
    moment("from").ifPresent(entry::setFrom);
    moment("to").ifPresent(entry::setTo);
    preview();
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String parameter) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(Faces.getRequestParameter(parameter)))
        .findFirst();
  }

  private static Optional<LocalDateTime> moment(String parameter) {
    try {
      return parameter(parameter).map(LocalDateTime::parse);
    } catch (DateTimeException noMoment) {
      // An address may be written by hand: the form then begins without it.
      return Optional.empty();
    }
  }

  /** Another store was chosen: it has entities of its own. */
  public void storeChosen() {
    offeredEntities =
        entry.getStoreId() == null
            ? List.of()
            : storeEntities.of(entry.getStoreId()).stream().filter(StoreEntityRow::active).toList();
    List<Long> offered = offeredEntities.stream().map(StoreEntityRow::id).toList();
    entry.setStoreEntityIds(
        Arrays.stream(entry.getStoreEntityIds()).filter(offered::contains).toArray(Long[]::new));
  }

  /** Shows when it would be due, or what is wrong with the rhythm. */
  public void preview() {
    ScheduleDraft draft = draft();
    nextTimes = List.of();
    try {
      rhythmWords = Rhythm.parse(draft.rhythm()).words(language.getLocale());
      problems = Map.of();
    } catch (RhythmRefused refused) {
      rhythmWords = "";
      problems = Map.of(ScheduleRules.RHYTHM, refused.words(language.getLocale()));
    }
    ScheduleRules.timetable(draft)
        .ifPresent(
            timetable ->
                nextTimes =
                    timetable
                        .nextExecutions(clock.instant(), SHOWN_EXECUTIONS)
                        .map(instant -> written(instant, timetable.zone()))
                        .toList());
  }

  private String written(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
            .withLocale(language.getLocale())
            .format(local.toLocalDateTime())
        + " "
        + DateTimeFormatter.ofPattern("zzz", language.getLocale()).format(local);
  }

  private ScheduleDraft draft() {
    return entry.draft(knownZone());
  }

  private Optional<ZoneId> knownZone() {
    return getTimeZones().contains(entry.getZone())
        ? Optional.of(ZoneId.of(entry.getZone()))
        : Optional.empty();
  }

  /** Stores what was entered. Whatever refuses it, the entries stay. */
  public void save() {
    problems = Map.of();
    changedMeanwhile = false;
    try {
      ScheduleChange change =
          creating
              ? desk.create(draft(), language.getLocale())
              : desk.change(schedule.id(), revision, draft(), language.getLocale());
      if (change instanceof ScheduleChange.Done done) {
        messages.toast("schedule.saved", entry.getName());
        messages.keepForNextPage();
        Faces.redirect("schedules.xhtml?schedule=%s", Long.toString(done.scheduleId()));
      } else if (change instanceof ScheduleChange.Refused refused) {
        problems = refused.problems();
      }
    } catch (ScheduleChangedMeanwhile quicker) {
      changedMeanwhile = true;
    }
  }

  public void delete() {
    try {
      desk.delete(schedule.id(), revision);
      messages.inform("schedule.deleted", schedule.name());
      messages.keepForNextPage();
      Faces.redirect("schedules.xhtml");
    } catch (ScheduleChangedMeanwhile quicker) {
      changedMeanwhile = true;
    }
  }

  /** Reads its state again, not what is being entered; called when there is news. */
  public void refresh() {
    if (schedule != null) {
      schedule = schedules.row(schedule.id(), language.getLocale()).orElse(schedule);
    }
  }

  /** The executions, the newest first. */
  private final class History implements TableSource<ScheduleRunRow> {
    private static final long serialVersionUID = 1L;

    @Override
    public long count(Map<String, Object> filters) {
      return schedule == null ? 0 : executions.count(schedule.id());
    }

    @Override
    public List<ScheduleRunRow> rows(TableRequest request) {
      return schedule == null
          ? List.of()
          : executions.page(schedule.id(), request.first(), request.size());
    }

    @Override
    public Optional<ScheduleRunRow> row(String key) {
      return Optional.empty();
    }
  }

  // --- for the page ---

  public String problem(String field) {
    return problems.getOrDefault(field, "");
  }

  public String captionOf(StoreEntityRow entity) {
    return kinds.find(entity.kind()).orElseThrow().caption(language.getLocale());
  }

  public String nameOf(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, language.getLocale());
  }

  /** The time zones that can be chosen: those named after a place, and UTC. */
  public List<String> getTimeZones() {
    Stream<String> places =
        ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.matches("[A-Z][a-z]+/.*") && !zone.startsWith("Etc/"));
    return Stream.concat(Stream.of("UTC"), places).sorted().toList();
  }

  public boolean isAsked() {
    return creating || !askedFor.isEmpty();
  }

  public boolean isUnknown() {
    return !creating && !askedFor.isEmpty() && schedule == null;
  }

  public boolean isCreating() {
    return creating;
  }

  public boolean isRefused() {
    return !problems.isEmpty();
  }

  public int getProblemCount() {
    return problems.size();
  }

  public boolean isChangedMeanwhile() {
    return changedMeanwhile;
  }

  public String getAskedFor() {
    return askedFor;
  }

  public ScheduleRow getSchedule() {
    return schedule;
  }

  public ScheduleEntry getEntry() {
    return entry;
  }

  public List<StoreSummary> getOfferedStores() {
    return offeredStores;
  }

  public List<StoreEntityRow> getOfferedEntities() {
    return offeredEntities;
  }

  public List<String> getNextTimes() {
    return nextTimes;
  }

  public String getRhythmWords() {
    return rhythmWords;
  }

  public ScheduleAction[] getActions() {
    return ScheduleAction.values();
  }

  public PrepareMode[] getModes() {
    return PrepareMode.values();
  }

  public Rhythm.Form[] getForms() {
    return Rhythm.Form.values();
  }

  public DayOfWeek[] getDays() {
    return DayOfWeek.values();
  }

  public LazyTable<ScheduleRunRow> getHistory() {
    return history;
  }
}
