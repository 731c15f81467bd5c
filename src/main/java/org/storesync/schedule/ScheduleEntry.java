package org.storesync.schedule;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.storesync.kind.PrepareMode;

/** What a person enters for a schedule on its page. */
public class ScheduleEntry implements Serializable {

  private static final long serialVersionUID = 1L;

  private String name = "";
  private boolean active = true;
  private ScheduleAction action = ScheduleAction.PREPARE_AND_PROCESS;
  private Long storeId;
  private List<Long> storeEntityIds = List.of();
  private PrepareMode mode = PrepareMode.INCREMENTAL;
  private Integer lastDays;
  private LocalDateTime from;
  private LocalDateTime to;
  private Integer rowLimit;
  private Rhythm.Form form = Rhythm.Form.EVERY_MINUTES;
  private Integer minutes = 15;
  private Integer minute = 0;
  private LocalTime time = LocalTime.of(3, 0);
  private List<DayOfWeek> days = List.of(DayOfWeek.MONDAY);
  private Integer dayOfMonth = 1;
  private String cron = "0 3 * * 1-5";
  private String zone = "UTC";
  private LocalDate startsOn;
  private LocalDate endsOn;
  private LocalTime windowFrom;
  private LocalTime windowTo;
  private Integer stopAfter = ScheduleDraft.DEFAULT_STOP_AFTER;

  /** Shows a schedule as it is. */
  static ScheduleEntry of(ScheduleDraft draft) {
    ScheduleEntry entry = new ScheduleEntry();
    ScheduleSelection selection = draft.selection();
    ZoneId zone = ZoneId.of(draft.zone());
    entry.name = draft.name();
    entry.active = draft.active();
    entry.action = selection.action();
    entry.storeId = selection.storeId();
    entry.storeEntityIds = selection.storeEntityIds();
    entry.mode = selection.mode() == null ? PrepareMode.INCREMENTAL : selection.mode();
    entry.lastDays = selection.lastDays();
    entry.from = local(selection.from(), zone);
    entry.to = local(selection.to(), zone);
    entry.rowLimit = selection.rowLimit();
    entry.zone = draft.zone();
    entry.startsOn = draft.startsOn();
    entry.endsOn = draft.endsOn();
    entry.windowFrom = draft.windowFrom();
    entry.windowTo = draft.windowTo();
    entry.stopAfter = draft.stopAfter();
    entry.show(Rhythm.parse(draft.rhythm()));
    return entry;
  }

  private static LocalDateTime local(Instant instant, ZoneId zone) {
    return instant == null
        ? null
        : instant.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
  }

  private void show(Rhythm rhythm) {
    if (rhythm instanceof Rhythm.EveryMinutes every) {
      form = Rhythm.Form.EVERY_MINUTES;
      minutes = every.minutes();
    } else if (rhythm instanceof Rhythm.Hourly hourly) {
      form = Rhythm.Form.HOURLY;
      minute = hourly.minute();
    } else if (rhythm instanceof Rhythm.Daily daily) {
      form = Rhythm.Form.DAILY;
      time = daily.at();
    } else if (rhythm instanceof Rhythm.Weekly weekly) {
      form = Rhythm.Form.WEEKLY;
      days = List.copyOf(weekly.days());
      time = weekly.at();
    } else if (rhythm instanceof Rhythm.Monthly monthly) {
      form = Rhythm.Form.MONTHLY;
      dayOfMonth = monthly.day();
      time = monthly.at();
    } else if (rhythm instanceof Rhythm.CronLine line) {
      form = Rhythm.Form.CRON;
      cron = line.cron();
    }
  }

  /** What was entered, to be checked; a zone that is unknown is told by the rules. */
  ScheduleDraft draft(Optional<ZoneId> known) {
    boolean prepares = action != null && action.prepares();
    boolean ranged = prepares && isRangeUsed();
    return new ScheduleDraft(
        name == null ? "" : name,
        active,
        new ScheduleSelection(
            action,
            storeId,
            storeEntityIds,
            prepares ? mode : null,
            ranged ? lastDays : null,
            ranged && lastDays == null ? instant(from, known) : null,
            ranged && lastDays == null ? instant(to, known) : null,
            prepares ? null : rowLimit),
        line(),
        zone,
        startsOn,
        endsOn,
        windowFrom,
        windowTo,
        stopAfter == null ? 0 : stopAfter);
  }

  private static Instant instant(LocalDateTime local, Optional<ZoneId> zone) {
    return local == null ? null : zone.map(known -> local.atZone(known).toInstant()).orElse(null);
  }

  private String line() {
    String at = time == null ? "" : time.toString();
    return form
        + " "
        + switch (form) {
          case EVERY_MINUTES -> written(minutes);
          case HOURLY -> written(minute);
          case DAILY -> at;
          case WEEKLY ->
              new TreeSet<>(days).stream().map(DayOfWeek::name).collect(Collectors.joining(","))
                  + (days.isEmpty() ? ", " : " ")
                  + at;
          case MONTHLY -> written(dayOfMonth) + " " + at;
          case CRON -> written(cron);
        };
  }

  private static String written(Object value) {
    return value == null ? "" : value.toString();
  }

  /** Whether the picked mode takes a range of modification dates. */
  public boolean isRangeUsed() {
    return mode != PrepareMode.INCREMENTAL;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public ScheduleAction getAction() {
    return action;
  }

  public void setAction(ScheduleAction action) {
    this.action = action;
  }

  public Long getStoreId() {
    return storeId;
  }

  public void setStoreId(Long storeId) {
    this.storeId = storeId;
  }

  /** An array, because Faces asks it for the type of what is chosen. */
  public Long[] getStoreEntityIds() {
    return storeEntityIds.toArray(Long[]::new);
  }

  public void setStoreEntityIds(Long[] storeEntityIds) {
    this.storeEntityIds = storeEntityIds == null ? List.of() : List.of(storeEntityIds);
  }

  public PrepareMode getMode() {
    return mode;
  }

  public void setMode(PrepareMode mode) {
    this.mode = mode;
  }

  public Integer getLastDays() {
    return lastDays;
  }

  public void setLastDays(Integer lastDays) {
    this.lastDays = lastDays;
  }

  public LocalDateTime getFrom() {
    return from;
  }

  public void setFrom(LocalDateTime from) {
    this.from = from;
  }

  public LocalDateTime getTo() {
    return to;
  }

  public void setTo(LocalDateTime to) {
    this.to = to;
  }

  public Integer getRowLimit() {
    return rowLimit;
  }

  public void setRowLimit(Integer rowLimit) {
    this.rowLimit = rowLimit;
  }

  public Rhythm.Form getForm() {
    return form;
  }

  public void setForm(Rhythm.Form form) {
    this.form = form == null ? Rhythm.Form.EVERY_MINUTES : form;
  }

  public Integer getMinutes() {
    return minutes;
  }

  public void setMinutes(Integer minutes) {
    this.minutes = minutes;
  }

  public Integer getMinute() {
    return minute;
  }

  public void setMinute(Integer minute) {
    this.minute = minute;
  }

  public LocalTime getTime() {
    return time;
  }

  public void setTime(LocalTime time) {
    this.time = time;
  }

  /** An array, because Faces asks it for the type of what is chosen. */
  public DayOfWeek[] getDays() {
    return days.toArray(DayOfWeek[]::new);
  }

  public void setDays(DayOfWeek[] days) {
    this.days = days == null ? List.of() : List.of(days);
  }

  public Integer getDayOfMonth() {
    return dayOfMonth;
  }

  public void setDayOfMonth(Integer dayOfMonth) {
    this.dayOfMonth = dayOfMonth;
  }

  public String getCron() {
    return cron;
  }

  public void setCron(String cron) {
    this.cron = cron;
  }

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = zone;
  }

  public LocalDate getStartsOn() {
    return startsOn;
  }

  public void setStartsOn(LocalDate startsOn) {
    this.startsOn = startsOn;
  }

  public LocalDate getEndsOn() {
    return endsOn;
  }

  public void setEndsOn(LocalDate endsOn) {
    this.endsOn = endsOn;
  }

  public LocalTime getWindowFrom() {
    return windowFrom;
  }

  public void setWindowFrom(LocalTime windowFrom) {
    this.windowFrom = windowFrom;
  }

  public LocalTime getWindowTo() {
    return windowTo;
  }

  public void setWindowTo(LocalTime windowTo) {
    this.windowTo = windowTo;
  }

  public Integer getStopAfter() {
    return stopAfter;
  }

  public void setStopAfter(Integer stopAfter) {
    this.stopAfter = stopAfter;
  }
}
