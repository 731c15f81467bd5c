package org.storesync.store;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditSubject;
import org.storesync.audit.AuditTrail;
import org.storesync.connector.Connector;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Connectors;
import org.storesync.connector.Side;
import org.storesync.platform.text.RoomTexts;

/**
 * The stores, and the deeds on them. Wrong entries are answered, not thrown; a deed that somebody
 * else was quicker than ends as {@link StoreChangedMeanwhile}, and its transaction is undone. After
 * each deed {@link StoreChanged} is fired in the same transaction. Stores are never deleted.
 *
 * <p>The roles of people are not asked here, because the server itself makes stores too; pages go
 * through {@link StoreDesk}.
 */
@Stateless
public class Stores {

  private static final RoomTexts TEXTS = RoomTexts.of(Stores.class);

  @PersistenceContext private EntityManager entities;
  @Inject private Connectors connectors;
  @Inject private Clock clock;
  @Inject private Event<StoreChanged> storeChanged;
  @Inject private AuditTrail audit;

  public Optional<Store> find(long id) {
    return Optional.ofNullable(entities.find(Store.class, id));
  }

  /** By its name, whatever the case of its letters. */
  public Optional<Store> findByName(String name) {
    return entities
        .createQuery("select s from Store s where s.nameKey = :key", Store.class)
        .setParameter("key", Store.keyOf(name))
        .getResultStream()
        .findFirst();
  }

  /** All stores by name, the default one first. */
  public List<StoreSummary> all() {
    return byName().stream()
        .map(store -> new StoreSummary(store.id(), store.name(), store.active(), store.isDefault()))
        .toList();
  }

  /** All that may be shown of all stores, by name, the default one first. */
  public List<StoreDetails> allDetails() {
    return byName().stream().map(this::detailsOf).toList();
  }

  /** All that may be shown of the store with this name, whatever the case of its letters. */
  public Optional<StoreDetails> details(String name) {
    return findByName(name).map(this::detailsOf);
  }

  /**
   * All that may be shown of the stores whose names follow this one, by name.
   *
   * @param name absent: from the first on
   */
  public List<StoreDetails> detailsAfter(Optional<String> name, int atMost) {
    return entities
        .createQuery("select s from Store s where s.nameKey > :key order by s.nameKey", Store.class)
        .setParameter("key", name.map(Store::keyOf).orElse(""))
        .setMaxResults(atMost)
        .getResultStream()
        .map(this::detailsOf)
        .toList();
  }

  /**
   * The day before which no orders of the store are asked for: the one that was entered, else the
   * first that its marketplace offers; absent if that can't be told.
   */
  public Optional<LocalDate> earliestOrderDate(long id) {
    Store store = existing(id);
    return store.earliestOrderDate().or(() -> offeredSince(store));
  }

  private Optional<LocalDate> offeredSince(Store store) {
    try {
      return connectors
          .earliest(store.system(Side.MARKETPLACE), store.access(Side.MARKETPLACE))
          .map(instant -> LocalDate.ofInstant(instant, store.orderTimeZone()));
    } catch (ConnectorFailure settingsWithoutSense) {
      // The connection test says what is wrong with them.
      return Optional.empty();
    }
  }

  private List<Store> byName() {
    return entities
        .createQuery(
            "select s from Store s order by case when s.defaultMark is null then 1 else 0 end,"
                + " s.nameKey",
            Store.class)
        .getResultList();
  }

  private StoreDetails detailsOf(Store store) {
    Map<Side, ShownConnection> connections = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      connections.put(side, shownConnection(store, side));
    }
    return new StoreDetails(
        store.id(),
        store.version(),
        store.name(),
        store.active(),
        store.isDefault(),
        connections,
        store.administratorEmail().orElse(""),
        store.orderTimeZone().getId(),
        store.earliestOrderDate().map(LocalDate::toString).orElse(""),
        store.changedAt());
  }

  /** Of a system that is no longer there nobody knows what is secret: nothing is shown. */
  private ShownConnection shownConnection(Store store, Side side) {
    return connectors
        .find(store.system(side))
        .map(connector -> new ConnectorSettings(connector, store.settings(side)))
        .map(
            settings ->
                new ShownConnection(store.system(side), settings.shown(), settings.secretsThere()))
        .orElseGet(() -> new ShownConnection(store.system(side), Map.of(), Set.of()));
  }

  /**
   * Makes a store, active. The first one of all becomes the default.
   *
   * @param language of the problems
   * @throws StoreChangedMeanwhile if somebody made the same or the first store at the same time
   */
  public StoreChange create(StoreIdentity identity, StoreForm form, Locale language) {
    return create(identity, form, StoreStanding.kept(), language);
  }

  /**
   * Makes a store that stands like this. The first one of all is the default whatever is asked.
   *
   * @param language of the problems
   * @throws StoreChangedMeanwhile if somebody made the same or the first store at the same time
   */
  public StoreChange create(
      StoreIdentity identity, StoreForm form, StoreStanding asked, Locale language) {
    Map<String, String> problems = identityProblems(identity, language);
    Map<Side, ConnectorSettings> settings = new EnumMap<>(Side.class);
    connector(Side.MARKETPLACE, identity.marketplaceSystem())
        .ifPresent(found -> settings.put(Side.MARKETPLACE, new ConnectorSettings(found, Map.of())));
    connector(Side.BACK_OFFICE, identity.backOfficeSystem())
        .ifPresent(found -> settings.put(Side.BACK_OFFICE, new ConnectorSettings(found, Map.of())));
    enter(form, settings);
    problems.putAll(formProblems(form, settings, language));
    boolean first = defaultStore().isEmpty();
    StoreStanding standing = first ? new StoreStanding(asked.active(), Optional.of(true)) : asked;
    problems.putAll(standingProblems(identity.name(), true, first, standing, language));
    if (!problems.isEmpty()) {
      return new StoreChange.Refused(problems);
    }
    Store store =
        new Store(
            StoreRules.name(identity.name()),
            identity.marketplaceSystem(),
            identity.backOfficeSystem(),
            clock.instant());
    take(form, settings, store);
    entities.persist(store);
    return done(store, standing, true, AuditAction.STORE_CREATED, AuditedFields.none());
  }

  /**
   * Takes the entries, unless the store was changed since the version that the person saw.
   *
   * @param version of the {@link StoreDetails} that the entries were made upon
   * @param language of the problems
   * @throws StoreChangedMeanwhile if the store has another version by now
   */
  public StoreChange change(long id, int version, StoreForm form, Locale language) {
    return change(id, version, form, StoreStanding.kept(), language);
  }

  /**
   * Takes the entries, and lets the store stand like this, unless it was changed since the version
   * that the person saw.
   *
   * @param version of the {@link StoreDetails} that the entries were made upon
   * @param language of the problems
   * @throws StoreChangedMeanwhile if the store has another version by now
   */
  public StoreChange change(
      long id, int version, StoreForm form, StoreStanding standing, Locale language) {
    Store store = existing(id);
    if (store.version() != version) {
      throw new StoreChangedMeanwhile(store.name());
    }
    Map<Side, ConnectorSettings> settings = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      connector(side, store.system(side))
          .map(connector -> new ConnectorSettings(connector, store.settings(side)))
          .ifPresent(found -> settings.put(side, found));
    }
    enter(form, settings);
    Map<String, String> problems = formProblems(form, settings, language);
    problems.putAll(
        standingProblems(store.name(), store.active(), store.isDefault(), standing, language));
    if (!problems.isEmpty()) {
      return new StoreChange.Refused(problems);
    }
    AuditedFields before = AuditedFields.of(store, connectors);
    take(form, settings, store);
    return done(store, standing, false, AuditAction.STORE_CHANGED, before);
  }

  private void writeDown(AuditAction action, AuditedFields before, Store store) {
    audit.recordIfChanged(
        action,
        AuditSubject.of(AuditSubject.Kind.STORE, store.id(), store.name()),
        before.changesTo(AuditedFields.of(store, connectors)));
  }

  /** Lets the store take part again. */
  public StoreChange activate(long id) {
    return stand(
        id,
        new StoreStanding(Optional.of(true), Optional.empty()),
        AuditAction.STORE_ACTIVATED,
        Locale.ROOT);
  }

  /** Lets the store take no part; it keeps its settings and history. Refused for the default. */
  public StoreChange deactivate(long id, Locale language) {
    return stand(
        id,
        new StoreStanding(Optional.of(false), Optional.empty()),
        AuditAction.STORE_DEACTIVATED,
        language);
  }

  /** Makes this store the default instead of the one that is. Refused for an inactive one. */
  public StoreChange makeDefault(long id, Locale language) {
    return stand(
        id,
        new StoreStanding(Optional.empty(), Optional.of(true)),
        AuditAction.STORE_MADE_DEFAULT,
        language);
  }

  private StoreChange stand(long id, StoreStanding standing, AuditAction action, Locale language) {
    Store store = existing(id);
    Map<String, String> problems =
        standingProblems(store.name(), store.active(), store.isDefault(), standing, language);
    return problems.isEmpty()
        ? done(store, standing, false, action, AuditedFields.of(store, connectors))
        : new StoreChange.Refused(problems);
  }

  /** The default store is active, and there is always exactly one. */
  private static Map<String, String> standingProblems(
      String name, boolean active, boolean isDefault, StoreStanding standing, Locale language) {
    if (isDefault && !standing.isDefault(true)) {
      return Map.of(
          StoreStanding.DEFAULT, TEXTS.text(language, "problem.defaultStaysDefault", name));
    }
    if (standing.active(active) || !standing.isDefault(isDefault)) {
      return Map.of();
    }
    return isDefault
        ? Map.of(StoreStanding.ACTIVE, TEXTS.text(language, "problem.defaultStaysActive", name))
        : Map.of(StoreStanding.DEFAULT, TEXTS.text(language, "problem.defaultIsActive", name));
  }

  private StoreChange done(
      Store store,
      StoreStanding standing,
      boolean created,
      AuditAction action,
      AuditedFields before) {
    store.setActive(standing.active(store.active()));
    boolean becomesDefault = !store.isDefault() && standing.isDefault(false);
    // Written first: for a moment the unique column would hold two marks otherwise.
    Optional<Store> former = becomesDefault ? defaultStore() : Optional.empty();
    former.ifPresent(this::clearDefault);
    store.setDefault(store.isDefault() || becomesDefault);
    writeDown(action, before, store);
    StoreChange change = done(store, created);
    former.ifPresent(other -> storeChanged.fire(new StoreChanged(other.id(), false)));
    return change;
  }

  private void clearDefault(Store former) {
    former.setDefault(false);
    former.changed(clock.instant());
    write(former);
  }

  private Optional<Store> defaultStore() {
    return entities
        .createQuery("select s from Store s where s.defaultMark is not null", Store.class)
        .getResultStream()
        .findFirst();
  }

  private Store existing(long id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no store number " + id + "."));
  }

  private Optional<Connector> connector(Side side, String system) {
    return connectors.find(system).filter(connector -> connector.side() == side);
  }

  private Map<String, String> identityProblems(StoreIdentity identity, Locale language) {
    Map<String, String> problems = new LinkedHashMap<>();
    StoreRules.nameProblem(identity.name(), language)
        .or(
            () ->
                findByName(identity.name())
                    .map(other -> TEXTS.text(language, "problem.nameTaken", other.name())))
        .ifPresent(problem -> problems.put(StoreIdentity.NAME, problem));
    if (connector(Side.MARKETPLACE, identity.marketplaceSystem()).isEmpty()) {
      problems.put(StoreIdentity.MARKETPLACE_SYSTEM, TEXTS.text(language, "problem.noMarketplace"));
    }
    if (connector(Side.BACK_OFFICE, identity.backOfficeSystem()).isEmpty()) {
      problems.put(StoreIdentity.BACK_OFFICE_SYSTEM, TEXTS.text(language, "problem.noBackOffice"));
    }
    return problems;
  }

  private static void enter(StoreForm form, Map<Side, ConnectorSettings> settings) {
    settings.replaceAll((side, stored) -> stored.with(form.settings(side)));
  }

  private static Map<String, String> formProblems(
      StoreForm form, Map<Side, ConnectorSettings> settings, Locale language) {
    Map<String, String> problems = new LinkedHashMap<>();
    settings.forEach(
        (side, entered) ->
            entered
                .problems(language)
                .forEach((key, problem) -> problems.put(StoreForm.field(side, key), problem)));
    StoreRules.timeZoneProblem(form.orderTimeZone(), language)
        .ifPresent(problem -> problems.put(StoreForm.ORDER_TIME_ZONE, problem));
    StoreRules.dateProblem(form.earliestOrderDate(), language)
        .ifPresent(problem -> problems.put(StoreForm.EARLIEST_ORDER_DATE, problem));
    StoreRules.emailProblem(form.administratorEmail(), language)
        .ifPresent(problem -> problems.put(StoreForm.ADMINISTRATOR_EMAIL, problem));
    return problems;
  }

  private static void take(StoreForm form, Map<Side, ConnectorSettings> settings, Store store) {
    settings.forEach((side, entered) -> store.setSettings(side, entered.values()));
    store.setOrderTimeZone(StoreRules.timeZone(form.orderTimeZone()));
    store.setEarliestOrderDate(StoreRules.date(form.earliestOrderDate()));
    store.setAdministratorEmail(StoreRules.email(form.administratorEmail()));
  }

  private StoreChange done(Store store, boolean created) {
    store.changed(clock.instant());
    write(store);
    storeChanged.fire(new StoreChanged(store.id(), created));
    return new StoreChange.Done(store.id(), store.name());
  }

  /** Writes now, so that it shows here and not at the commit whether somebody was quicker. */
  private void write(Store store) {
    try {
      entities.flush();
    } catch (OptimisticLockException quicker) {
      throw new StoreChangedMeanwhile(store.name(), quicker);
    } catch (PersistenceException failure) {
      if (breaksConstraint(failure)) {
        throw new StoreChangedMeanwhile(store.name(), failure);
      }
      throw failure;
    }
  }

  /** Whether the database refused a second store of that name, or a second default. */
  private static boolean breaksConstraint(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().startsWith("23")) {
        return true;
      }
    }
    return false;
  }
}
