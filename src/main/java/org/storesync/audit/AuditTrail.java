package org.storesync.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.storesync.platform.json.DocumentJson;
import org.storesync.platform.origin.RequestOrigin;

/**
 * Where every deed is written down by the bean that does it, in the same transaction: what is
 * rolled back leaves no line. Lines are only ever added, and removed when they are old.
 */
@Stateless
@DeclareRoles(AuditTrail.SIGNED_IN)
public class AuditTrail {

  /** The role that everybody has who is signed in. */
  static final String SIGNED_IN = "viewer";

  @PersistenceContext private EntityManager entities;
  @Resource private SessionContext session;
  @Inject private RequestOrigin origin;
  @Inject private Clock clock;
  @Inject private DocumentJson json;

  /** Writes down what the caller did. */
  public void record(AuditAction action, AuditSubject subject, AuditChanges changes) {
    recordFor(caller(), action, subject, changes);
  }

  /** Writes down what the caller did, unless it changed nothing. */
  public void recordIfChanged(AuditAction action, AuditSubject subject, AuditChanges changes) {
    if (!changes.isEmpty()) {
      record(action, subject, changes);
    }
  }

  /** Writes down what somebody else than the caller did, for example a schedule. */
  public void recordFor(
      AuditActor actor, AuditAction action, AuditSubject subject, AuditChanges changes) {
    entities.persist(
        new AuditLine(
            clock.instant(),
            actor,
            fromRequest(RequestOrigin::address).orElse(null),
            action,
            subject,
            json.write(changes.list())));
  }

  /** Who is signed in; the system if nobody is. */
  public AuditActor caller() {
    if (!session.isCallerInRole(SIGNED_IN)) {
      return AuditActor.SYSTEM;
    }
    return fromRequest(RequestOrigin::token)
        .map(AuditActor::token)
        .orElseGet(() -> AuditActor.user(session.getCallerPrincipal().getName()));
  }

  private Optional<String> fromRequest(Function<RequestOrigin, Optional<String>> part) {
    try {
      return part.apply(origin);
    } catch (ContextNotActiveException noRequest) {
      // A thread of the server's own; CDI 4.0 can't be asked beforehand.
      return Optional.empty();
    }
  }

  /**
   * Removes old lines, the oldest first.
   *
   * @return how many
   */
  public int removeBefore(Instant limit, int atMost) {
    List<Long> old =
        entities
            .createQuery(
                "select l.id from AuditLine l where l.recordedAt < :limit"
                    + " order by l.recordedAt, l.id",
                Long.class)
            .setParameter("limit", limit)
            .setMaxResults(atMost)
            .getResultList();
    return old.isEmpty()
        ? 0
        : entities
            .createQuery("delete from AuditLine l where l.id in :old")
            .setParameter("old", old)
            .executeUpdate();
  }
}
