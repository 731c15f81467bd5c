package org.storesync.alert;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storesync.platform.database.NodeTurns;

/** The letters on their way. */
@Stateless
public class AlertDeliveries {

  /** The turn at writing letters. */
  static final String TURN = "alert letters";

  @PersistenceContext private EntityManager entities;
  @Inject private NodeTurns turns;
  @Inject @Any private Instance<LetterWriter> writers;
  @Inject private Alerts alerts;
  @Inject private Clock clock;

  /** Whether there is something to tell, and somewhere to tell it. */
  public boolean isNewsThere() {
    return !setUp().isEmpty() && !alerts.news().isEmpty();
  }

  /**
   * Puts what nobody was told yet into letters, in one transaction with the fact that it is told.
   */
  public void write() {
    turns.lock(TURN);
    List<LetterWriter> ready = setUp();
    AlertNews news = alerts.news();
    if (ready.isEmpty() || news.isEmpty()) {
      return;
    }
    for (LetterWriter writer : ready) {
      for (Letter letter : writer.letters(news)) {
        entities.persist(new AlertDelivery(writer.channel(), letter, clock.instant()));
      }
    }
    // Also what nobody wants to hear of: else it would be looked through for ever.
    alerts.reported(news);
  }

  private List<LetterWriter> setUp() {
    return writers.stream().filter(LetterWriter::isSetUp).toList();
  }

  /** The letters that are to be tried now. */
  public List<Long> due() {
    return entities
        .createQuery(
            "select d.id from AlertDelivery d where d.nextTryAt <= :now order by d.id", Long.class)
        .setParameter("now", clock.instant())
        .getResultList();
  }

  /** Takes a letter for one try; absent if another node was faster. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<AlertDelivery> beginTry(long id) {
    AlertDelivery delivery = lock(id);
    Instant now = clock.instant();
    if (delivery == null || !delivery.isDue(now)) {
      return Optional.empty();
    }
    delivery.beginTry(now);
    return Optional.of(delivery);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void sent(long id) {
    lock(id).sent(clock.instant());
  }

  /**
   * It did not arrive: it is tried again, or given up after a day.
   *
   * @param problem a sentence for people
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void failed(long id, String problem) {
    lock(id).failed(problem, clock.instant());
  }

  private AlertDelivery lock(long id) {
    AlertDelivery delivery = entities.find(AlertDelivery.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (delivery != null) {
      entities.refresh(delivery);
    }
    return delivery;
  }

  /** Those that did not arrive, the newest first. */
  public List<DeliveryRow> troubled(int atMost) {
    return entities
        .createQuery(
            "select d from AlertDelivery d where d.lastProblem is not null order by d.id desc",
            AlertDelivery.class)
        .setMaxResults(atMost)
        .getResultStream()
        .map(AlertDelivery::row)
        .toList();
  }

  /**
   * Removes some old ones.
   *
   * @return how many
   */
  public int removeBefore(Instant limit, int atMost) {
    List<Long> old =
        entities
            .createQuery(
                "select d.id from AlertDelivery d where d.createdAt < :limit order by d.createdAt",
                Long.class)
            .setParameter("limit", limit)
            .setMaxResults(atMost)
            .getResultList();
    return old.isEmpty()
        ? 0
        : entities
            .createQuery("delete from AlertDelivery d where d.id in :old")
            .setParameter("old", old)
            .executeUpdate();
  }
}
