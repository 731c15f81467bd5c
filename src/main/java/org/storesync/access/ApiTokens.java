package org.storesync.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditChanges;
import org.storesync.audit.AuditSubject;
import org.storesync.audit.AuditTrail;

/** The tokens of programs. */
@Stateless
@PermitAll
public class ApiTokens {

  /** The longest that a token may live. */
  public static final Duration LONGEST = Duration.ofDays(730);

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,99}");

  /** How exactly the last use is kept: writing it on each call would make reading expensive. */
  private static final Duration LAST_USED_STEP = Duration.ofMinutes(1);

  @PersistenceContext private EntityManager entities;
  @Resource private SessionContext session;
  @Inject private Clock clock;
  @Inject private AuditTrail audit;
  @Inject private ConfiguredToken configured;

  /** All tokens, the newest first. */
  @RolesAllowed(Role.ADMINISTRATOR_NAME)
  public List<ApiTokenSummary> all() {
    return entities
        .createQuery("select t from ApiToken t order by t.id desc", ApiToken.class)
        .getResultStream()
        .map(ApiToken::summary)
        .toList();
  }

  /**
   * Makes a token.
   *
   * @param life from now on
   * @return the secret, which is told now and never again
   * @throws UserRefusal if the name or the life is refused
   */
  @RolesAllowed(Role.ADMINISTRATOR_NAME)
  public String create(String name, Role role, Duration life) {
    String stripped = name.strip();
    if (!NAME.matcher(stripped).matches()) {
      throw new UserRefusal(UserRefusal.Reason.TOKEN_NAME_MALFORMED);
    }
    if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
      throw new UserRefusal(UserRefusal.Reason.TOKEN_LIFE);
    }
    if (stripped.equalsIgnoreCase(ConfiguredToken.NAME) || isTaken(stripped)) {
      throw new UserRefusal(UserRefusal.Reason.TOKEN_NAME_TAKEN);
    }
    String secret = TokenSecret.generate();
    Instant now = clock.instant();
    try {
      entities.persist(
          new ApiToken(
              stripped,
              TokenSecret.hash(secret),
              role,
              session.getCallerPrincipal().getName(),
              now,
              now.plus(life)));
      entities.flush();
    } catch (PersistenceException e) {
      // Somebody took the name between the question and the insertion.
      throw (UserRefusal) new UserRefusal(UserRefusal.Reason.TOKEN_NAME_TAKEN).initCause(e);
    }
    audit.record(
        AuditAction.TOKEN_CREATED,
        AuditSubject.of(AuditSubject.Kind.TOKEN, stripped),
        AuditChanges.none().given("role", role).given("expires", now.plus(life)));
    return secret;
  }

  private boolean isTaken(String name) {
    return entities
            .createQuery("select count(t) from ApiToken t where t.nameKey = :key", Long.class)
            .setParameter("key", User.keyOf(name))
            .getSingleResult()
        > 0;
  }

  /** Ends a token now. */
  @RolesAllowed(Role.ADMINISTRATOR_NAME)
  public void revoke(long id) {
    ApiToken token = entities.find(ApiToken.class, id);
    if (token == null) {
      throw new UserRefusal(UserRefusal.Reason.TOKEN_GONE);
    }
    if (token.revoke(clock.instant())) {
      audit.record(
          AuditAction.TOKEN_REVOKED,
          AuditSubject.of(AuditSubject.Kind.TOKEN, token.summary().name()),
          AuditChanges.none());
    }
  }

  /** Whoever calls with this secret; absent if it is wrong, expired or revoked. */
  public Optional<TokenCaller> find(String secret) {
    if (configured.is(secret)) {
      return Optional.of(TokenCaller.named(ConfiguredToken.NAME, Role.ADMINISTRATOR));
    }
    Instant now = clock.instant();
    Optional<ApiToken> token =
        entities
            .createQuery("select t from ApiToken t where t.tokenHash = :hash", ApiToken.class)
            .setParameter("hash", TokenSecret.hash(secret))
            .getResultStream()
            .findFirst()
            .filter(found -> found.isValid(now));
    token.ifPresent(found -> noteUse(found.id(), now));
    return token.map(ApiToken::caller);
  }

  /** One statement, so that many calls at once neither wait nor contradict each other. */
  private void noteUse(long id, Instant now) {
    entities
        .createNativeQuery(
            "update api_token set last_used_at = ?1 where id = ?2"
                + " and (last_used_at is null or last_used_at < ?3)")
        .setParameter(1, now.atOffset(ZoneOffset.UTC))
        .setParameter(2, id)
        .setParameter(3, now.minus(LAST_USED_STEP).atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }
}
