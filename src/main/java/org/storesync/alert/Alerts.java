package org.storesync.alert;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditChanges;
import org.storesync.audit.AuditSubject;
import org.storesync.audit.AuditTrail;
import org.storesync.platform.database.NodeTurns;
import org.storesync.platform.json.DocumentJson;

/** The alerts: what is wrong, and what was. */
@Stateless
public class Alerts {

  /** The turn at looking for what is wrong. */
  static final String TURN = "alerts";

  @PersistenceContext private EntityManager entities;
  @Inject private NodeTurns turns;
  @Inject private AuditTrail audit;
  @Inject private DocumentJson json;
  @Inject private Clock clock;

  /** Opens, continues and ends the alerts of one reason, so that they are what it has found. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void take(String reason, boolean growthIsNews, List<Concern> concerns) {
    turns.lock(TURN);
    Instant now = clock.instant();
    Map<String, Alert> open = new HashMap<>();
    openOf(reason).forEach(alert -> open.put(alert.subject(), alert));
    for (Concern concern : concerns) {
      Alert known = open.remove(concern.subject());
      String details = json.write(concern.details());
      if (known == null) {
        entities.persist(new Alert(reason, concern, details, now));
      } else {
        known.goOn(concern, details, growthIsNews);
      }
    }
    open.values().forEach(alert -> alert.end(now));
  }

  private Stream<Alert> openOf(String reason) {
    return entities
        .createQuery(
            "select a from Alert a where a.reason = :reason and a.endedAt is null", Alert.class)
        .setParameter("reason", reason)
        .getResultStream();
  }

  /** Those that have not ended, the longest lasting first. */
  public List<AlertRow> standing() {
    return all("a.endedAt is null order by a.since, a.id").map(this::row).toList();
  }

  /** Those that nobody sees to yet. */
  public List<AlertRow> open() {
    return standing().stream().filter(alert -> alert.state() == AlertState.OPEN).toList();
  }

  /** Those that ended last. */
  public List<AlertRow> ended(int atMost) {
    return entities
        .createQuery(
            "select a from Alert a where a.endedAt is not null order by a.endedAt desc, a.id desc",
            Alert.class)
        .setMaxResults(atMost)
        .getResultStream()
        .map(this::row)
        .toList();
  }

  /** What nobody was told yet. */
  public AlertNews news() {
    Instant now = clock.instant();
    return new AlertNews(
        all("a.endedAt is null order by a.since, a.id")
            .filter(alert -> alert.isNews(now))
            .map(this::row)
            .toList(),
        all("a.endedAt is not null and a.endReportedAt is null and a.reportedAt is not null"
                + " order by a.endedAt, a.id")
            .filter(Alert::isEndNews)
            .map(this::row)
            .toList());
  }

  /** Letters tell these now. */
  public void reported(AlertNews news) {
    Instant now = clock.instant();
    Stream.concat(news.opened().stream(), news.ended().stream())
        .map(row -> lock(row.id()).orElseThrow())
        .forEach(alert -> alert.reported(now));
  }

  /**
   * Somebody sees to it: no letter tells it again, unless there is more of it.
   *
   * @return false if it has ended
   */
  public boolean acknowledge(long id, String by) {
    Optional<Alert> found = lockStanding(id);
    found.ifPresent(
        alert -> {
          alert.acknowledge(by, clock.instant());
          audit.record(AuditAction.ALERT_ACKNOWLEDGED, subject(alert), AuditChanges.none());
        });
    return found.isPresent();
  }

  /**
   * Nobody wants to hear of it until then.
   *
   * @return false if it has ended
   */
  public boolean snooze(long id, Instant until, String by) {
    Optional<Alert> found = lockStanding(id);
    found.ifPresent(
        alert -> {
          alert.snooze(by, until);
          audit.record(
              AuditAction.ALERT_SNOOZED, subject(alert), AuditChanges.none().given("until", until));
        });
    return found.isPresent();
  }

  private Optional<Alert> lockStanding(long id) {
    return lock(id).filter(alert -> alert.state(clock.instant()) != AlertState.ENDED);
  }

  private Optional<Alert> lock(long id) {
    return Optional.ofNullable(entities.find(Alert.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  private static AuditSubject subject(Alert alert) {
    return AuditSubject.of(AuditSubject.Kind.ALERT, alert.id(), alert.reason());
  }

  private Stream<Alert> all(String condition) {
    return entities
        .createQuery("select a from Alert a where " + condition, Alert.class)
        .getResultStream();
  }

  private AlertRow row(Alert alert) {
    return alert.row(List.of(json.read(alert.details(), String[].class)), clock.instant());
  }

  /**
   * Removes some that ended long ago.
   *
   * @return how many
   */
  public int removeEndedBefore(Instant limit, int atMost) {
    List<Long> old =
        entities
            .createQuery(
                "select a.id from Alert a where a.endedAt < :limit order by a.endedAt", Long.class)
            .setParameter("limit", limit)
            .setMaxResults(atMost)
            .getResultList();
    return old.isEmpty()
        ? 0
        : entities
            .createQuery("delete from Alert a where a.id in :old")
            .setParameter("old", old)
            .executeUpdate();
  }
}
