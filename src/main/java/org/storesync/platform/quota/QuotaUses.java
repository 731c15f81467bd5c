package org.storesync.platform.quota;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who uses the quotas and who waits for them, as all nodes see it. */
@Stateless
public class QuotaUses {

  /**
   * A person's call keeps its place so long after the instant it waited for: a run that may go on
   * is found by the next look of a timer.
   */
  static final Duration KEEPS_ITS_PLACE = Duration.ofSeconds(15);

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** The call was counted and is made now. */
  public void called(QuotaRequest request) {
    of(request).called(request.unattended(), clock.instant());
  }

  /** The call can't be made before that instant; its caller comes again then. */
  public void waits(QuotaRequest request, Instant until) {
    of(request).waits(request.unattended(), until);
  }

  /** Until when a person waits for the next call of this quota, if one does. */
  public Optional<Instant> personWaits(Quota quota) {
    Instant longAgo = clock.instant().minus(KEEPS_ITS_PLACE);
    return entities
        .createQuery(
            "select u.personWaitsUntil from QuotaUse u where u.account = :account"
                + " and u.operation = :operation and u.personWaitsUntil > :longAgo"
                + " order by u.personWaitsUntil desc",
            Instant.class)
        .setParameter("account", quota.account())
        .setParameter("operation", quota.operation())
        .setParameter("longAgo", longAgo)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** All uses, those of one account and operation together. */
  public List<QuotaUse> all() {
    return entities
        .createQuery(
            "select u from QuotaUse u order by u.operation, u.account, u.caller", QuotaUse.class)
        .getResultList();
  }

  private QuotaUse of(QuotaRequest request) {
    QuotaUse.Key key = new QuotaUse.Key(request);
    QuotaUse known = entities.find(QuotaUse.class, key);
    if (known != null) {
      return known;
    }
    entities
        .createNativeQuery(
            "insert into quota_use (account, operation, caller) values (?1, ?2, ?3)"
                + " on conflict do nothing")
        .setParameter(1, request.quota().account())
        .setParameter(2, request.quota().operation())
        .setParameter(3, request.caller())
        .executeUpdate();
    return entities.find(QuotaUse.class, key);
  }
}
