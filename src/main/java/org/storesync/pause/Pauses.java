package org.storesync.pause;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditChanges;
import org.storesync.audit.AuditSubject;
import org.storesync.audit.AuditTrail;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/** The pauses. Those that have ended by themselves are no longer in force, and removed in time. */
@Stateless
public class Pauses {

  static final int LONGEST_REASON = 300;

  @PersistenceContext private EntityManager entities;
  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private AuditTrail audit;
  @Inject private Event<PausesChanged> changed;
  @Inject private Clock clock;

  /** The pauses in force now, the oldest first. */
  public List<PauseRow> inForce() {
    return entities
        .createQuery(
            "select p from Pause p where p.endsAt is null or p.endsAt > :now order by p.id",
            Pause.class)
        .setParameter("now", clock.instant())
        .getResultStream()
        .map(this::row)
        .toList();
  }

  public Optional<PauseRow> find(long id) {
    return Optional.ofNullable(entities.find(Pause.class, id)).map(this::row);
  }

  /**
   * Begins a pause, which takes effect at once.
   *
   * @param endsAt when it ends by itself; absent: when somebody resumes
   * @throws PauseRefused if it makes no sense
   */
  public PauseRow begin(
      PauseScope scope, String reason, Optional<Instant> endsAt, String pausedBy) {
    Instant now = clock.instant();
    check(scope, reason.strip(), endsAt, now);
    forgetEnded(now);
    Pause pause = new Pause(scope, reason.strip(), endsAt, pausedBy, now);
    entities.persist(pause);
    PauseRow row = row(pause);
    audit.record(
        AuditAction.PAUSED,
        subject(row),
        AuditChanges.none()
            .given("reason", pause.reason())
            .given("direction", scope.direction())
            .given("endsAt", endsAt.orElse(null)));
    changed.fire(new PausesChanged());
    return row;
  }

  private void check(PauseScope scope, String reason, Optional<Instant> endsAt, Instant now) {
    if (reason.isEmpty()) {
      throw new PauseRefused(PauseRefused.Reason.REASON_MISSING);
    }
    if (reason.length() > LONGEST_REASON) {
      throw new PauseRefused(PauseRefused.Reason.REASON_TOO_LONG);
    }
    if (endsAt.filter(end -> !end.isAfter(now)).isPresent()) {
      throw new PauseRefused(PauseRefused.Reason.ENDS_IN_THE_PAST);
    }
    if (scope.storeId() != null && stores.find(scope.storeId()).isEmpty()) {
      throw new PauseRefused(PauseRefused.Reason.STORE_UNKNOWN);
    }
    if (scope.storeEntityId() != null
        && storeEntities
            .find(scope.storeEntityId())
            .filter(entity -> scope.storeId() != null && entity.storeId() == scope.storeId())
            .isEmpty()) {
      throw new PauseRefused(PauseRefused.Reason.ENTITY_UNKNOWN);
    }
  }

  private void forgetEnded(Instant now) {
    entities
        .createQuery("delete from Pause p where p.endsAt <= :now")
        .setParameter("now", now)
        .executeUpdate();
  }

  /**
   * Ends a pause; what rested goes on at once.
   *
   * @return false if it had ended already
   */
  public boolean resume(long id) {
    Pause pause = entities.find(Pause.class, id);
    if (pause == null) {
      return false;
    }
    boolean inForce = pause.endsAt().filter(end -> !end.isAfter(clock.instant())).isEmpty();
    if (inForce) {
      audit.record(
          AuditAction.RESUMED,
          subject(row(pause)),
          AuditChanges.none().given("reason", pause.reason()));
    }
    entities.remove(pause);
    changed.fire(new PausesChanged());
    return inForce;
  }

  private PauseRow row(Pause pause) {
    PauseScope scope = pause.scope();
    return pause.row(
        Optional.ofNullable(scope.storeId()).flatMap(stores::find).map(Store::name).orElse(null),
        Optional.ofNullable(scope.storeEntityId())
            .flatMap(storeEntities::find)
            .map(StoreEntity::kind)
            .orElse(null));
  }

  private static AuditSubject subject(PauseRow row) {
    if (row.storeName() == null) {
      return AuditSubject.of(AuditSubject.Kind.STORE, "");
    }
    return row.entityKind() == null
        ? AuditSubject.of(AuditSubject.Kind.STORE, row.scope().storeId(), row.storeName())
        : AuditSubject.of(
            AuditSubject.Kind.ENTITY,
            row.scope().storeEntityId(),
            row.storeName() + " / " + row.entityKind());
  }
}
