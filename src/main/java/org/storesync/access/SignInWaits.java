package org.storesync.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Slows guessing down. A try counts as failed before the password is looked at, and is taken back
 * when it was right: so no number of tries at the same moment gets around the wait, and no lock is
 * held while a password is hashed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInWaits {

  private static final int REMOVED_AT_ONCE = 1000;

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /**
   * Counts a try as failed, unless it has to wait.
   *
   * @return the wait; zero if the password may be looked at
   */
  public Duration begin(SignInSource source) {
    Instant now = clock.instant();
    List<SignInSource.Counted> counted =
        source.counted().stream()
            .sorted(Comparator.comparing(SignInSource.Counted::fingerprint))
            .toList();
    List<SignInFailures> failures = counted.stream().map(one -> lock(one, now)).toList();
    Duration wait = longest(failures, now);
    if (wait.isZero()) {
      for (int i = 0; i < counted.size(); i++) {
        failures.get(i).failed(counted.get(i).free(), now);
      }
    }
    return wait;
  }

  /** How long the next try has to wait; zero if not at all. */
  public Duration wait(SignInSource source) {
    return longest(
        source.counted().stream()
            .map(one -> entities.find(SignInFailures.class, one.fingerprint()))
            .filter(Objects::nonNull)
            .toList(),
        clock.instant());
  }

  /** The password was right, or an administrator says so: nothing is counted any more. */
  public void forget(SignInSource source) {
    source
        .counted()
        .forEach(
            one ->
                entities
                    .createQuery("delete from SignInFailures f where f.fingerprint = :fingerprint")
                    .setParameter("fingerprint", one.fingerprint())
                    .executeUpdate());
  }

  /**
   * Removes what no longer counts.
   *
   * @return how many
   */
  public int removeForgotten() {
    List<String> old =
        entities
            .createQuery(
                "select f.fingerprint from SignInFailures f where f.lastFailedAt < :limit",
                String.class)
            .setParameter("limit", clock.instant().minus(SignInFailures.REMEMBERED))
            .setMaxResults(REMOVED_AT_ONCE)
            .getResultList();
    return old.isEmpty()
        ? 0
        : entities
            .createQuery("delete from SignInFailures f where f.fingerprint in :old")
            .setParameter("old", old)
            .executeUpdate();
  }

  private static Duration longest(List<SignInFailures> failures, Instant now) {
    return failures.stream()
        .map(one -> one.waitAt(now))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** One statement that lets the first win, which an insert by itself would not. */
  private SignInFailures lock(SignInSource.Counted counted, Instant now) {
    entities
        .createNativeQuery(
            "insert into sign_in_failures (fingerprint, failures, waits_until, last_failed_at)"
                + " values (?1, 0, ?2, ?2) on conflict do nothing")
        .setParameter(1, counted.fingerprint())
        .setParameter(2, now.atOffset(ZoneOffset.UTC))
        .executeUpdate();
    return entities.find(
        SignInFailures.class, counted.fingerprint(), LockModeType.PESSIMISTIC_WRITE);
  }
}
