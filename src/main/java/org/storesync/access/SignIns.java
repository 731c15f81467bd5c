package org.storesync.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Signing in by name and password. Names of users and of nobody are treated alike, in the time it
 * takes and in what is said. No transaction: a password takes its time to be hashed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class SignIns {

  @Resource private SessionContext session;
  @Inject private Users users;
  @Inject private SignInWaits waits;
  @Inject private PasswordHashing hashing;

  /** The user if name and password are right, the user is active and need not wait. */
  public Optional<UserAccess> signIn(SignInSource source, String password) {
    if (!waits.begin(source).isZero()) {
      return Optional.empty();
    }
    Optional<StoredPassword> stored = users.storedPassword(source.name());
    if (!isRight(stored, password)) {
      writeDownWait(source, stored);
      return Optional.empty();
    }
    waits.forget(source);
    return users.signedIn(stored.orElseThrow().user().id());
  }

  private boolean isRight(Optional<StoredPassword> stored, String password) {
    if (stored.isEmpty()) {
      hashing.matchNobody(password);
      return false;
    }
    return hashing.matches(password, stored.get().hash()) && stored.get().user().active();
  }

  private void writeDownWait(SignInSource source, Optional<StoredPassword> stored) {
    Duration wait = waits.wait(source);
    if (!wait.isZero()) {
      users.writeDownWait(stored.map(StoredPassword::user), source, wait);
    }
  }

  /**
   * The caller changes the own password. Whoever sits down at somebody else's open page must not be
   * able to try passwords here that the sign-in would make him wait for.
   *
   * @throws UserRefusal if the current one is wrong or has to wait, or the new one is refused
   */
  @RolesAllowed(Role.VIEWER_NAME)
  public UserAccess changeOwnPassword(String current, String password) {
    SignInSource source = ofCaller();
    if (!waits.begin(source).isZero()) {
      throw new UserRefusal(UserRefusal.Reason.PASSWORD_WAITS);
    }
    Optional<StoredPassword> stored = users.storedPassword(source.name());
    if (!isRight(stored, current)) {
      writeDownWait(source, stored);
      throw new UserRefusal(UserRefusal.Reason.PASSWORD_WRONG);
    }
    waits.forget(source);
    return users.setOwnPassword(stored.orElseThrow().user(), password);
  }

  /** How long the caller has to wait before the current password is looked at again. */
  @RolesAllowed(Role.VIEWER_NAME)
  public Duration waitBeforeOwnPassword() {
    return waits.wait(ofCaller());
  }

  private SignInSource ofCaller() {
    return SignInSource.ofAccount(session.getCallerPrincipal().getName());
  }

  /** How long the next try from there has to wait; empty: not at all. */
  public Optional<Duration> waitBefore(SignInSource source) {
    return Optional.of(waits.wait(source)).filter(wait -> !wait.isZero());
  }
}
