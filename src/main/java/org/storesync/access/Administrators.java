package org.storesync.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The rule that there is always an active administrator. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Administrators {

  @PersistenceContext private EntityManager entities;

  /**
   * The numbers of the active administrators, who stay as they are until this transaction ends: two
   * of them can't demote each other at the same moment. All in one order and before any other row,
   * so that nobody waits in a circle.
   */
  public List<Long> lock() {
    return entities
        .createQuery(
            "select u from User u where u.role = :role and u.active = true order by u.id",
            User.class)
        .setParameter("role", Role.ADMINISTRATOR)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .map(user -> user.access().id())
        .toList();
  }

  /**
   * @throws UserRefusal if this user is the last one
   */
  public void keepOneBesides(long userId) {
    if (lock().equals(List.of(userId))) {
      throw new UserRefusal(UserRefusal.Reason.LAST_ADMINISTRATOR);
    }
  }
}
