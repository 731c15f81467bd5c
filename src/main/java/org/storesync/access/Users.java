package org.storesync.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.storesync.access.UserRefusal.Reason;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditActor;
import org.storesync.audit.AuditChanges;
import org.storesync.audit.AuditSubject;
import org.storesync.audit.AuditTrail;

/**
 * The users. There is always an active administrator: the last one can be neither demoted nor
 * deactivated.
 */
@Stateless
@DeclareRoles({Role.VIEWER_NAME, Role.OPERATOR_NAME, Role.ADMINISTRATOR_NAME})
@PermitAll
public class Users {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,99}");

  @PersistenceContext private EntityManager entities;
  @Resource private SessionContext session;
  @Inject private Clock clock;
  @Inject private PasswordHashing hashing;
  @Inject private Administrators administrators;
  @Inject private SignInWaits waits;
  @Inject private AuditTrail audit;

  /** All users by name. */
  @RolesAllowed(Role.ADMINISTRATOR_NAME)
  public List<UserSummary> all() {
    return entities
        .createQuery("select u from User u order by u.nameKey", User.class)
        .getResultStream()
        .map(User::summary)
        .toList();
  }

  /** What the user may do now; read on each request, so that a change takes effect at once. */
  public Optional<UserAccess> access(long id) {
    return Optional.ofNullable(entities.find(User.class, id)).map(User::access);
  }

  /** What the password of a user of this name is compared with. */
  public Optional<StoredPassword> storedPassword(String name) {
    return byName(name, LockModeType.NONE)
        .map(user -> new StoredPassword(user.access(), user.passwordHash()));
  }

  /** The user has signed in with the right password; empty if that was forbidden meanwhile. */
  public Optional<UserAccess> signedIn(long id) {
    User user = locked(id);
    if (!user.access().active()) {
      return Optional.empty();
    }
    user.signedIn(clock.instant());
    audit.recordFor(
        AuditActor.user(user.name()), AuditAction.SIGNED_IN, subject(user), AuditChanges.none());
    return Optional.of(user.access());
  }

  /** The caller leaves. */
  public void signedOut() {
    byName(session.getCallerPrincipal().getName(), LockModeType.NONE)
        .ifPresent(
            user -> audit.record(AuditAction.SIGNED_OUT, subject(user), AuditChanges.none()));
  }

  /** Writes down that guessing was slowed. A name of nobody is not kept: it may be a password. */
  public void writeDownWait(Optional<UserAccess> user, SignInSource source, Duration wait) {
    audit.recordFor(
        AuditActor.SYSTEM,
        AuditAction.SIGN_IN_DELAYED,
        user.map(known -> AuditSubject.of(AuditSubject.Kind.USER, known.id(), known.name()))
            .orElseGet(
                () -> AuditSubject.of(AuditSubject.Kind.ADDRESS, source.address().orElse(""))),
        AuditChanges.none().given("seconds", wait.toSeconds() + 1));
  }

  /**
   * @throws UserRefusal if the name or the password is refused
   */
  @RolesAllowed(Role.ADMINISTRATOR_NAME)
  public UserSummary create(String name, String password, Role role) {
    if (!NAME.matcher(name.strip()).matches()) {
      throw new UserRefusal(Reason.NAME_MALFORMED);
    }
    PasswordRules.check(name, password);
    if (byName(name, LockModeType.NONE).isPresent()) {
      throw new UserRefusal(Reason.NAME_TAKEN);
    }
    User user = new User(name, hashing.hash(password), role, clock.instant());
    try {
      entities.persist(user);
      entities.flush();
    } catch (PersistenceException e) {
      // Somebody took the name between the question and the insertion.
      throw (UserRefusal) new UserRefusal(Reason.NAME_TAKEN).initCause(e);
    }
    audit.record(AuditAction.USER_CREATED, subject(user), AuditChanges.none().given("role", role));
    return user.summary();
  }

  private static AuditSubject subject(User user) {
    return AuditSubject.of(AuditSubject.Kind.USER, user.access().id(), user.name());
  }

  /**
   * @throws UserRefusal if no active administrator would be left
   */
  @RolesAllowed(Role.ADMINISTRATOR_NAME)
  public void changeRole(long id, Role role) {
    administrators.lock();
    if (role != Role.ADMINISTRATOR) {
      administrators.keepOneBesides(id);
    }
    User user = locked(id);
    audit.recordIfChanged(
        AuditAction.USER_ROLE_CHANGED,
        subject(user),
        AuditChanges.none().field("role", user.access().role(), role));
    user.setRole(role);
  }

  @RolesAllowed(Role.ADMINISTRATOR_NAME)
  public void activate(long id) {
    User user = locked(id);
    writeDownActive(AuditAction.USER_ACTIVATED, user, true);
    user.setActive(true);
  }

  private void writeDownActive(AuditAction action, User user, boolean active) {
    audit.recordIfChanged(
        action, subject(user), AuditChanges.none().field("active", user.access().active(), active));
  }

  /**
   * Ends the sessions of this user at their next request.
   *
   * @throws UserRefusal if no active administrator would be left
   */
  @RolesAllowed(Role.ADMINISTRATOR_NAME)
  public void deactivate(long id) {
    administrators.keepOneBesides(id);
    User user = locked(id);
    writeDownActive(AuditAction.USER_DEACTIVATED, user, false);
    user.setActive(false);
  }

  /**
   * Gives a user a new password, which also ends the wait after failed sign-ins, and ends this
   * user's sessions.
   */
  @RolesAllowed(Role.ADMINISTRATOR_NAME)
  public UserAccess setPassword(long id, String password) {
    User user = locked(id);
    PasswordRules.check(user.name(), password);
    user.setPassword(hashing.hash(password));
    waits.forget(SignInSource.ofName(user.name()));
    audit.record(AuditAction.USER_PASSWORD_SET, subject(user), AuditChanges.none());
    return user.access();
  }

  /**
   * The caller, whose current password was found right, gets a new one; other sessions of the
   * caller end.
   *
   * @param checked as the user was when the current password was looked at
   * @throws UserRefusal if the current one is no longer the current one, or the new one is refused
   */
  @RolesAllowed(Role.VIEWER_NAME)
  public UserAccess setOwnPassword(UserAccess checked, String password) {
    User user = locked(checked.id());
    if (!user.access().continues(checked)) {
      throw new UserRefusal(Reason.PASSWORD_WRONG);
    }
    PasswordRules.check(user.name(), password);
    user.setPassword(hashing.hash(password));
    audit.record(AuditAction.OWN_PASSWORD_CHANGED, subject(user), AuditChanges.none());
    return user.access();
  }

  /** Whether nobody was ever made: a new installation. */
  public boolean isEmpty() {
    return entities.createQuery("select count(u) from User u", Long.class).getSingleResult() == 0;
  }

  /**
   * Makes the first administrator unless there is somebody already.
   *
   * @return whether this call made it: of two nodes that start together only one does
   */
  public boolean createFirst(String name, String password) {
    boolean made =
        entities
                .createNativeQuery(
                    "insert into app_user (id, name, name_key, password_hash, password_version, role,"
                        + " active, created_at, version)"
                        + " select nextval('app_user_seq'), ?1, ?2, ?3, 0, 'ADMINISTRATOR', true,"
                        + " ?4, 1"
                        + " where not exists (select 1 from app_user) on conflict do nothing")
                .setParameter(1, name)
                .setParameter(2, User.keyOf(name))
                .setParameter(3, hashing.hash(password))
                .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate()
            == 1;
    if (made) {
      audit.record(
          AuditAction.USER_CREATED,
          AuditSubject.of(AuditSubject.Kind.USER, name),
          AuditChanges.none().given("role", Role.ADMINISTRATOR));
    }
    return made;
  }

  private Optional<User> byName(String name, LockModeType lock) {
    return entities
        .createQuery("select u from User u where u.nameKey = :key", User.class)
        .setParameter("key", User.keyOf(name))
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }

  private User locked(long id) {
    return Optional.ofNullable(entities.find(User.class, id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> new UserRefusal(Reason.USER_GONE));
  }
}
