package org.storesync.schedule;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditChanges;
import org.storesync.audit.AuditSubject;
import org.storesync.audit.AuditTrail;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;
import org.storesync.platform.database.DatabaseInstant;
import org.storesync.platform.database.DatabaseVendor;
import org.storesync.platform.database.RowLocks;
import org.storesync.platform.text.RoomTexts;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/** The schedules, and the deeds on them. Wrong entries are answered, not thrown. */
@Stateless
public class SyncSchedules {

  private static final RoomTexts TEXTS = RoomTexts.of(SyncSchedules.class);

  @PersistenceContext private EntityManager entities;
  @Inject private ScheduleRuns executions;
  @Inject private ScheduleRules rules;
  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private AuditTrail audit;
  @Inject private DatabaseVendor vendor;
  @Inject private RowLocks locks;
  @Inject private Clock clock;

  public Optional<SyncSchedule> find(long id) {
    return Optional.ofNullable(entities.find(SyncSchedule.class, id));
  }

  /** All schedules by name, with timetables in this language. */
  public List<ScheduleRow> all(Locale language) {
    return entities
        .createQuery("select s from SyncSchedule s order by s.nameKey", SyncSchedule.class)
        .getResultStream()
        .map(schedule -> row(schedule, language))
        .toList();
  }

  /** Those whose latest executions failed, and those that were switched off because of it. */
  public List<ScheduleTrouble> troubles() {
    return entities
        .createQuery(
            "select s from SyncSchedule s where s.failuresInARow > 0 order by s.id",
            SyncSchedule.class)
        .getResultStream()
        .filter(schedule -> schedule.active() || schedule.stoppedBecause().isPresent())
        .flatMap(schedule -> executions.troubleOf(schedule).stream())
        .toList();
  }

  /** Schedules by their numbers, those after this one. */
  public List<SyncSchedule> after(long id, int atMost) {
    return entities
        .createQuery(
            "select s from SyncSchedule s where s.id > :id order by s.id", SyncSchedule.class)
        .setParameter("id", id)
        .setMaxResults(atMost)
        .getResultList();
  }

  /** Whether there is a schedule of this name. */
  public boolean isThere(String name) {
    return name != null && isTaken(name, Optional.empty());
  }

  /** One schedule, with its timetable in this language. */
  public Optional<ScheduleRow> row(long id, Locale language) {
    return find(id).map(schedule -> row(schedule, language));
  }

  private ScheduleRow row(SyncSchedule schedule, Locale language) {
    return new ScheduleRow(
        schedule.id(),
        schedule.revision(),
        schedule.name(),
        schedule.active(),
        schedule.selection().action(),
        schedule.storeId(),
        stores.find(schedule.storeId()).map(Store::name).orElse(""),
        schedule.selection().storeEntityIds().size(),
        schedule.timetable().rhythm().words(language),
        schedule.timetable().zone().getId(),
        schedule.nextAt().orElse(null),
        schedule.stoppedBecause().orElse(null),
        schedule.failuresInARow(),
        executions.page(schedule.id(), 0, 1).stream().findFirst().orElse(null));
  }

  /**
   * Makes a schedule.
   *
   * @param language of the problems
   */
  public ScheduleChange create(ScheduleDraft draft, Locale language) {
    Map<String, String> problems = problems(draft, Optional.empty(), language);
    if (!problems.isEmpty()) {
      return new ScheduleChange.Refused(problems);
    }
    SyncSchedule schedule = new SyncSchedule(draft, clock.instant());
    entities.persist(schedule);
    audit.record(
        AuditAction.SCHEDULE_CREATED,
        subject(schedule),
        AuditChanges.none().fields(Map.of(), fields(schedule), Set.of()));
    return done(schedule);
  }

  /**
   * Takes what was entered, unless the schedule was changed since the person read it.
   *
   * @param revision that the person saw
   * @param language of the problems
   * @throws ScheduleChangedMeanwhile if somebody was quicker
   */
  public ScheduleChange change(long id, int revision, ScheduleDraft draft, Locale language) {
    SyncSchedule schedule = existing(id, revision);
    Map<String, String> problems = problems(draft, Optional.of(id), language);
    if (!problems.isEmpty()) {
      return new ScheduleChange.Refused(problems);
    }
    Map<String, String> before = fields(schedule);
    schedule.take(draft, clock.instant());
    audit.recordIfChanged(
        AuditAction.SCHEDULE_CHANGED,
        subject(schedule),
        AuditChanges.none().fields(before, fields(schedule), Set.of()));
    return done(schedule);
  }

  /** Switches it on or off. */
  public ScheduleChange switchTo(long id, boolean on) {
    SyncSchedule schedule = lock(id);
    audit.recordIfChanged(
        on ? AuditAction.SCHEDULE_ACTIVATED : AuditAction.SCHEDULE_DEACTIVATED,
        subject(schedule),
        AuditChanges.none().field("active", schedule.active(), on));
    schedule.switchTo(on, clock.instant());
    return done(schedule);
  }

  /**
   * Removes it with its history; its runs stay.
   *
   * @throws ScheduleChangedMeanwhile if somebody changed it since the person read it
   */
  public void delete(long id, int revision) {
    SyncSchedule schedule = existing(id, revision);
    entities
        .createNativeQuery("delete from schedule_run where schedule_id = ?1")
        .setParameter(1, id)
        .executeUpdate();
    audit.record(
        AuditAction.SCHEDULE_DELETED,
        subject(schedule),
        AuditChanges.none().fields(fields(schedule), Map.of(), Set.of()));
    entities.remove(schedule);
  }

  /** For people who read the trail: store and entities by their names. */
  private Map<String, String> fields(SyncSchedule schedule) {
    Map<String, String> fields = new LinkedHashMap<>(schedule.fields());
    fields.put("store", stores.find(schedule.storeId()).map(Store::name).orElse(""));
    fields.put(
        "entities",
        schedule.selection().storeEntityIds().stream()
            .sorted()
            .flatMap(id -> storeEntities.find(id).stream())
            .map(StoreEntity::kind)
            .collect(Collectors.joining(", ")));
    return fields;
  }

  static AuditSubject subject(SyncSchedule schedule) {
    return AuditSubject.of(AuditSubject.Kind.SCHEDULE, schedule.id(), schedule.name());
  }

  private ScheduleChange done(SyncSchedule schedule) {
    entities.flush();
    return new ScheduleChange.Done(schedule.id(), schedule.revision());
  }

  private Map<String, String> problems(ScheduleDraft draft, Optional<Long> own, Locale language) {
    Map<String, String> problems = rules.problems(draft, language);
    if (!problems.containsKey("name") && isTaken(draft.name(), own)) {
      problems.put("name", TEXTS.text(language, "problem.nameTaken", draft.name().strip()));
    }
    return problems;
  }

  private boolean isTaken(String name, Optional<Long> own) {
    return entities
        .createQuery("select s.id from SyncSchedule s where s.nameKey = :key", Long.class)
        .setParameter("key", SyncSchedule.keyOf(name))
        .getResultStream()
        .anyMatch(id -> own.filter(id::equals).isEmpty());
  }

  private SyncSchedule existing(long id, int revision) {
    SyncSchedule schedule = lock(id);
    if (schedule.revision() != revision) {
      throw new ScheduleChangedMeanwhile(schedule.name());
    }
    return schedule;
  }

  /** The schedule, locked until the transaction ends. */
  public SyncSchedule lock(long id) {
    SyncSchedule schedule = entities.find(SyncSchedule.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (schedule == null) {
      throw new IllegalArgumentException("There is no schedule " + id);
    }
    return schedule;
  }

  /**
   * Whether a schedule has something due, or an execution has an end that may be recorded. Asked at
   * each tick, so that it is one statement and does without a transaction.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean isWorkThere() {
    return !entities
        .createNativeQuery(
            "select 1 where exists (select 1 from sync_schedule where next_at <= ?1)"
                + " or exists (select 1 from schedule_run where outcome = 'RUNNING')")
        .setParameter(1, DatabaseInstant.parameter(clock.instant()))
        .getResultList()
        .isEmpty();
  }

  /** The schedules that have something due, the longest waiting first. */
  public List<Long> due() {
    return entities
        .createQuery(
            "select s.id from SyncSchedule s where s.nextAt <= :now order by s.nextAt, s.id",
            Long.class)
        .setParameter("now", clock.instant())
        .getResultList();
  }

  /**
   * Claims a schedule that has something due, until the transaction ends. Of several nodes one gets
   * it; the others find it taken, or no longer due.
   *
   * @return absent if it is taken, not due, or was changed since this revision was read
   */
  public Optional<SyncSchedule> claim(long id, int revision) {
    String sql = "select id from sync_schedule where id = ? for update";
    // H2 is one process: the second thread waits, and then sees that it is no longer due.
    String skipping = vendor == DatabaseVendor.POSTGRESQL ? sql + " skip locked" : sql;
    if (locks.lock(skipping, id).isEmpty()) {
      return Optional.empty();
    }
    SyncSchedule schedule = entities.find(SyncSchedule.class, id);
    entities.refresh(schedule);
    Instant now = clock.instant();
    return Optional.of(schedule)
        .filter(found -> found.revision() == revision)
        .filter(found -> found.nextAt().filter(at -> !at.isAfter(now)).isPresent());
  }
}
