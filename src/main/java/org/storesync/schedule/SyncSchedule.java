package org.storesync.schedule;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.storesync.kind.PrepareMode;
import org.storesync.run.Starter;

/** A saved prepare or process selection with a timetable (domain section 10). */
@Entity
@Table(name = "sync_schedule")
public class SyncSchedule {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sync_schedule_seq")
  @SequenceGenerator(
      name = "sync_schedule_seq",
      sequenceName = "sync_schedule_seq",
      allocationSize = 50)
  private Long id;

  private String name;

  @Column(name = "name_key")
  private String nameKey;

  private boolean active;

  @Enumerated(EnumType.STRING)
  private ScheduleAction action;

  @Column(name = "store_id")
  private long storeId;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "sync_schedule_entity", joinColumns = @JoinColumn(name = "schedule_id"))
  @Column(name = "store_entity_id")
  private Set<Long> storeEntityIds = new HashSet<>();

  @Enumerated(EnumType.STRING)
  private PrepareMode mode;

  @Column(name = "last_days")
  private Integer lastDays;

  @Column(name = "range_from")
  private Instant rangeFrom;

  @Column(name = "range_to")
  private Instant rangeTo;

  @Column(name = "row_limit")
  private Integer rowLimit;

  private String rhythm;

  private String zone;

  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Column(name = "window_from")
  private LocalTime windowFrom;

  @Column(name = "window_to")
  private LocalTime windowTo;

  @Column(name = "next_at")
  private Instant nextAt;

  @Column(name = "stop_after")
  private int stopAfter;

  @Column(name = "failures_in_a_row")
  private int failuresInARow;

  @Column(name = "stopped_because")
  private String stoppedBecause;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  private int revision;

  @Version private int version;

  protected SyncSchedule() {}

  /** A new one, as it was entered. */
  SyncSchedule(ScheduleDraft draft, Instant now) {
    createdAt = now;
    take(draft, now);
  }

  /** What two names must not share. */
  static String keyOf(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Takes what was entered, which has no problems. */
  final void take(ScheduleDraft draft, Instant now) {
    ScheduleSelection selection = draft.selection();
    name = draft.name().strip();
    nameKey = keyOf(name);
    action = selection.action();
    storeId = selection.storeId();
    storeEntityIds = new HashSet<>(selection.storeEntityIds());
    mode = selection.mode();
    lastDays = selection.lastDays();
    rangeFrom = selection.from();
    rangeTo = selection.to();
    rowLimit = selection.rowLimit();
    rhythm = draft.rhythm();
    zone = draft.zone();
    startsOn = draft.startsOn();
    endsOn = draft.endsOn();
    windowFrom = draft.windowFrom();
    windowTo = draft.windowTo();
    stopAfter = draft.stopAfter();
    switchTo(draft.active(), now);
  }

  /** Switched on it begins anew: with the next execution from now on, and without failures. */
  final void switchTo(boolean on, Instant now) {
    if (on && !active) {
      failuresInARow = 0;
      stoppedBecause = null;
    }
    active = on;
    revision++;
    nextAt = on ? timetable().nextAfter(now).orElse(null) : null;
    changedAt = now;
  }

  /** An execution was begun or passed over: the next one is the first after this instant. */
  void executed(Instant now) {
    nextAt = timetable().nextAfter(now).orElse(null);
  }

  void succeeded() {
    failuresInARow = 0;
  }

  void failed() {
    failuresInARow++;
  }

  /** Whether it has failed too often in a row to go on. */
  boolean mustStop() {
    return active && failuresInARow >= stopAfter;
  }

  /** The server switches it off until a person has seen to it. */
  void stop(String because, Instant now) {
    switchTo(false, now);
    stoppedBecause = because;
  }

  public Long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public boolean active() {
    return active;
  }

  /** Grows with each change of what it does and when; executions leave it as it is. */
  public int revision() {
    return revision;
  }

  public long storeId() {
    return storeId;
  }

  public Optional<Instant> nextAt() {
    return Optional.ofNullable(nextAt);
  }

  public int failuresInARow() {
    return failuresInARow;
  }

  public Optional<String> stoppedBecause() {
    return Optional.ofNullable(stoppedBecause);
  }

  /** Under whose name its runs work: nobody waits for them. */
  public Starter starter() {
    return new Starter(name, true);
  }

  public ScheduleSelection selection() {
    return new ScheduleSelection(
        action,
        storeId,
        storeEntityIds.stream().sorted().toList(),
        mode,
        lastDays,
        rangeFrom,
        rangeTo,
        rowLimit);
  }

  public Timetable timetable() {
    return new Timetable(
        Rhythm.parse(rhythm),
        ZoneId.of(zone),
        Optional.ofNullable(startsOn),
        Optional.ofNullable(endsOn),
        Optional.ofNullable(windowFrom).map(from -> new DayWindow(from, windowTo)));
  }

  /** As it would be entered. */
  public ScheduleDraft draft() {
    return new ScheduleDraft(
        name, active, selection(), rhythm, zone, startsOn, endsOn, windowFrom, windowTo, stopAfter);
  }

  /** What a person chose, for the audit trail; store and entities have names that others know. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "name", name);
    put(fields, "active", active);
    put(fields, "action", action);
    put(fields, "mode", mode);
    put(fields, "lastDays", lastDays);
    put(fields, "from", rangeFrom);
    put(fields, "to", rangeTo);
    put(fields, "rowLimit", rowLimit);
    put(fields, "rhythm", rhythm);
    put(fields, "zone", zone);
    put(fields, "startsOn", startsOn);
    put(fields, "endsOn", endsOn);
    put(fields, "windowFrom", windowFrom);
    put(fields, "windowTo", windowTo);
    put(fields, "stopAfter", stopAfter);
    return fields;
  }

  private static void put(Map<String, String> fields, String name, Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }

  @Override
  public String toString() {
    return "SyncSchedule[" + id + ", " + name + "]";
  }
}
